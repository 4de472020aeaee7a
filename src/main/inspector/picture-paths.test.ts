import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { expandPicturePaths } from './picture-paths';
import { message } from '../../shared/words/message';

describe('expandPicturePaths', () => {
  let home = '';
  const at = (...names: string[]) => join(home, ...names);
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'pictures-'));
    await mkdir(at('folder', 'below'), { recursive: true });
    await mkdir(at('folder', '.hidden'));
    await mkdir(at('empty'));
    const files = ['b.png', 'a.JPG', 'notes.txt', '.c.png', join('below', 'd.webp'), join('.hidden', 'e.png')];
    await Promise.all(files.map((name) => writeFile(at('folder', name), '')));
  });
  afterEach(() => rm(home, { recursive: true }));

  it('puts its pictures in place of a folder, in the order of their names', async () => {
    const paths = [at('folder', 'notes.txt'), at('folder'), at('folder', 'b.png')];
    const names = ['notes.txt', 'a.JPG', 'b.png', join('below', 'd.webp'), 'b.png'];
    expect(await expandPicturePaths(paths)).toEqual(names.map((name) => ({ path: at('folder', name) })));
  });

  it('tells what is wrong with a path, and goes on', async () => {
    const [missing, empty, fine] = await expandPicturePaths([at('missing.png'), at('empty'), at('folder', 'b.png')]);
    expect(missing).toEqual({
      path: at('missing.png'),
      error: 'There is no such file.',
      words: message('pictures.missing'),
    });
    expect(empty).toEqual({
      path: at('empty'),
      error: 'There are no pictures in this folder.',
      words: message('pictures.none'),
    });
    expect(fine).toEqual({ path: at('folder', 'b.png') });
  });
});
