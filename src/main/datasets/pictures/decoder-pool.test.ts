import { mkdtempSync, writeFileSync } from 'node:fs';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeTestFolder } from '../testing';
import { decodeFiles } from './decode-files';
import { DecoderPool } from './decoder-pool';
import { giveBackBudget, shareBudget, sharedBudget, withinBudget } from './decoding-budget';
import { buildThread } from './testing-thread';

const fixtures = join(__dirname, '..', 'fixtures');
let folder: string;

beforeAll(async () => {
  folder = await makeTestFolder();
});

/** A thread in whose place a file called hang.png never comes to an end, and one called eat.png eats the memory. */
async function threadThatHangs(): Promise<string> {
  const sound = await buildThread('decoder');
  const path = join(mkdtempSync(join(tmpdir(), 'residual-studio-')), 'decoder.cjs');
  writeFileSync(
    path,
    `const { parentPort, workerData } = require('node:worker_threads');
    parentPort.on('message', ({ locations }) => {
      if (locations.some(({ name }) => name.endsWith('eat.png'))) for (const all = []; ; ) all.push(new Array(1e6).fill(0));
      Atomics.add(workerData.watch, 0, 1);
      if (locations.some(({ name }) => name.endsWith('hang.png'))) for (;;);
      Atomics.sub(workerData.watch, 0, 1);
    });
    require(${JSON.stringify(sound)});`,
  );
  return path;
}

describe('DecoderPool', () => {
  it('gives up a picture that holds a thread, or eats its memory, and goes on with the others', async () => {
    const decoders = new DecoderPool(await threadThatHangs(), { threads: 1, seconds: 1 });
    const names = ['a.png', 'hang.png', 'b.png', 'eat.png', 'c.png'];
    const paths = names.map((name) => join(folder, name));
    for (const path of paths) await copyFile(join(fixtures, 'rgb.png'), path);
    try {
      const results = await decodeFiles(paths, [8, 8, 3], decoders);
      expect(results.map((result) => ('refused' in result ? result.refused.key : result.picture.label))).toEqual([
        'a.png',
        'pictures.tooSlow',
        'b.png',
        'pictures.undecodable',
        'c.png',
      ]);
    } finally {
      await decoders.close();
    }
  });

  it('refuses a JPEG of thousands of scans before it is decoded', async () => {
    const decoders = new DecoderPool(undefined);
    const path = join(folder, 'scans.jpg');
    const bytes = await readFile(join(fixtures, 'progressive.jpg'));
    const scan = bytes.subarray(bytes.indexOf(Buffer.from([0xff, 0xda])), -2);
    await writeFile(
      path,
      Buffer.concat([bytes.subarray(0, -2), ...Array.from({ length: 2000 }, () => scan), bytes.subarray(-2)]),
    );
    const [result] = await decodeFiles([path], [8, 8, 3], decoders);
    expect(result).toMatchObject({ refused: { key: 'pictures.tooManyScans' } });
  });
});

describe('withinBudget', () => {
  it('decodes one of the largest pictures at a time, and others once it is done or its thread has ended', async () => {
    const budget = sharedBudget(2);
    const order: string[] = [];
    let finish = (): void => undefined;
    shareBudget(budget, 0);
    const large = withinBudget(100e6, async () => {
      order.push('large');
      await new Promise<void>((resolve) => (finish = resolve));
    });
    const next = withinBudget(90e6, () => Promise.resolve(order.push('next')));
    await withinBudget(10e6, () => Promise.resolve(order.push('small')));
    expect(order).toEqual(['large', 'small']);
    finish();
    await Promise.all([large, next]);
    expect(order).toEqual(['large', 'small', 'next']);
    Atomics.add(budget, 0, 100);
    Atomics.add(budget, 2, 100);
    giveBackBudget(budget, 1);
    expect([...budget]).toEqual([0, 0, 0]);
    shareBudget(sharedBudget(1), 0);
  });
});
