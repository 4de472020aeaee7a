import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UserError } from '../../../shared/errors';
import { QueueFile } from './queue-file';

describe('queue.json', () => {
  let folder = '';
  let path = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'queue-'));
    path = join(folder, 'queue.json');
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('keeps the order for the next process, and leaves nothing else behind', async () => {
    const queue = new QueueFile(folder);
    expect(await queue.read()).toEqual([]);
    await queue.change(() => ['a', 'b']);
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({ version: 1, runs: ['a', 'b'] });
    expect(await new QueueFile(folder).read()).toEqual(['a', 'b']);
    expect(await readdir(folder)).toEqual(['queue.json']);
  });

  it('loses no change of two that write at the same time', async () => {
    const [one, two] = [new QueueFile(folder), new QueueFile(folder)];
    const names = Array.from({ length: 10 }, (_, index) => String(index));
    await Promise.all(names.map((name, index) => (index % 2 ? one : two).change((runs) => [...runs, name])));
    expect([...(await one.read())].sort()).toEqual(names);
  });

  it('is empty where it is damaged, and whole after the next change', async () => {
    for (const text of ['{"version": 1, "ru', '{"version": 1, "runs": [1]}', 'null']) {
      await writeFile(path, text);
      expect(await new QueueFile(folder).read()).toEqual([]);
    }
    expect(await new QueueFile(folder).change((runs) => [...runs, 'a'])).toEqual(['a']);
    const [aside, present] = (await readdir(folder)).sort();
    expect([aside, present]).toEqual([expect.stringMatching(/^queue\.broken-/), 'queue.json']);
    expect(await readFile(join(folder, aside ?? ''), 'utf8')).toBe('null');
  });

  it('of a newer version is refused and stays as it is', async () => {
    await writeFile(path, '{"version": 2, "lanes": []}');
    const queue = new QueueFile(folder);
    await expect(queue.read()).rejects.toThrow(UserError);
    await expect(queue.change(() => ['a'])).rejects.toThrow(/newer version.*format 2/);
    expect(await readFile(path, 'utf8')).toBe('{"version": 2, "lanes": []}');
  });

  it('tells of each change that it makes, and waits for what is done then', async () => {
    const queue = new QueueFile(folder);
    const seen: (readonly string[])[] = [];
    queue.onChanged(async () => void seen.push(await new QueueFile(folder).read()));
    await queue.change(() => ['a']);
    await queue.change((runs) => runs);
    await queue.change(() => []);
    expect(seen).toEqual([['a'], []]);
  });
});
