import { access, appendFile, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withCurvesCache } from './curves-cache';
import { readCurves } from './metrics-curves';
import { MetricsWriter } from './metrics-file';
import { evaluationOf, stepOf } from '../testing';

const lines = 6000;
let folder = '';
let path = '';
let cache = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cache-'));
  path = join(folder, 'metrics.jsonl');
  cache = join(folder, '.curves');
  await write(lines);
});
afterEach(() => rm(folder, { recursive: true }));

const write = (count: number) => {
  const steps = Array.from({ length: count - 1 }, (_, index) => stepOf(index + 1));
  const events = [...steps, evaluationOf('validation', count, 0.25)];
  return writeFile(path, events.map((event) => `${JSON.stringify(event)}\n`).join(''));
};

/** Reads through the cache. @returns also whether the file itself was read. */
async function read() {
  const fresh = vi.fn(() => readCurves(path));
  const curves = await withCurvesCache(path, fresh);
  return { curves, wasRead: fresh.mock.calls.length > 0 };
}

describe('the cache of curves', () => {
  it('gives what the file gives, without reading it', async () => {
    const [first, second] = [await read(), await read()];
    expect([first.wasRead, second.wasRead]).toEqual([true, false]);
    expect(second.curves).toEqual(first.curves);
    expect(second.curves).toEqual(await readCurves(path));
  });

  it('is not used for another state of the file', async () => {
    await read();
    await appendFile(path, `${JSON.stringify(stepOf(lines))}\n`);
    expect((await read()).curves.next).toBe(lines + 1);
    const writer = new MetricsWriter(path);
    writer.rewind((event) => 'step' in event && event.step <= lines - 500);
    await writer.close();
    expect((await read()).curves.steps.step.at(-1)).toBe(lines - 500);
    await utimes(path, new Date(), new Date(2020, 1, 1));
    expect((await read()).wasRead).toBe(true);
    expect((await read()).wasRead).toBe(false);
  });

  it.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 8)],
    ['longer', (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc(8)])],
    [
      'of another version',
      (bytes: Buffer) => Buffer.from(bytes.toString('latin1').replace('"version":1', '"version":2'), 'latin1'),
    ],
    ['garbage', () => Buffer.from('garbage')],
    ['empty', () => Buffer.alloc(0)],
  ])('is made again where it is %s', async (_, damage) => {
    const { curves } = await read();
    await writeFile(cache, damage(await readFile(cache)));
    const again = await read();
    expect(again).toEqual({ curves, wasRead: true });
    expect((await read()).wasRead).toBe(false);
  });

  it('is not made for short runs', async () => {
    await write(100);
    await read();
    await expect(access(cache)).rejects.toThrow('ENOENT');
  });
});
