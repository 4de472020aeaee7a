import AdmZip from 'adm-zip';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { areRunArchives } from './archived-run';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'check-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function write(name: string, entries: readonly string[] | null): Promise<string> {
  const zip = new AdmZip();
  for (const entry of entries ?? []) zip.addFile(entry, Buffer.from('{}'));
  await writeFile(join(folder, name), entries ? zip.toBuffer() : 'no zip');
  return join(folder, name);
}

describe('areRunArchives', () => {
  it.each([
    ['a run', 'a.zip', ['run/checkpoints/best.safetensors', 'run/config.json'], true],
    ['a run without its folder', 'a.ZIP', ['config.json'], true],
    ['a dataset', 'a.zip', ['cat/1.png', 'dog/1.png', 'dog/info/config.json'], false],
    ['nothing', 'a.zip', [], false],
    ['no zip', 'a.zip', null, false],
    ['another file', 'a.tar', ['run/config.json'], false],
  ])('tells %s', async (_, name, entries, expected) => {
    expect(await areRunArchives([await write(name, entries)])).toBe(expected);
  });

  it('wants all of them to be runs, and each to be there', async () => {
    const run = await write('a.zip', ['run/config.json']);
    expect(await areRunArchives([run, run])).toBe(true);
    expect(await areRunArchives([run, await write('b.zip', ['cat/1.png'])])).toBe(false);
    expect(await areRunArchives([join(folder, 'gone.zip')])).toBe(false);
  });
});
