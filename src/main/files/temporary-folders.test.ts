import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTemporaryFolder, removeTemporaryFolder, sweepTemporaryFolders } from './temporary-folders';

describe('a temporary folder', () => {
  let parent = '';
  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), 'temporary-'));
  });
  afterEach(() => rm(parent, { recursive: true }));

  /** One whose maker is what a change makes of this process. */
  async function left(change: object): Promise<string> {
    const folder = await makeTemporaryFolder(parent);
    const holder = JSON.parse(await readFile(`${folder}.lock`, 'utf8')) as object;
    await removeTemporaryFolder(folder);
    const other = join(parent, '.temporary-1-other');
    await mkdir(other);
    await writeFile(`${other}.lock`, JSON.stringify({ ...holder, ...change }));
    return other;
  }

  it('leaves nothing, also where it was renamed to stay', async () => {
    const folder = await makeTemporaryFolder(parent);
    await sweepTemporaryFolders(parent);
    await rename(folder, join(parent, 'stays'));
    await removeTemporaryFolder(folder);
    expect(await readdir(parent)).toEqual(['stays']);
  });

  it('is swept away where its maker has ended', async () => {
    await left({ started: 'before' });
    await sweepTemporaryFolders(parent);
    expect(await readdir(parent)).toEqual([]);
  });

  it.each([{ host: 'elsewhere' }, { namespace: 'pid:[1]' }, {}])(
    'stays where its maker may go on: %j',
    async (change) => {
      const folder = await left(change);
      await sweepTemporaryFolders(parent);
      expect(await readdir(parent)).toEqual([folder, `${folder}.lock`].map((path) => path.slice(parent.length + 1)));
    },
  );
});
