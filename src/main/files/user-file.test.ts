import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ownIdentity } from './process-identity';
import { sweepUserFiles, writeForUser } from './user-file';

let home = '';
beforeEach(async () => void (home = await mkdtemp(join(tmpdir(), 'user-file-'))));
afterEach(() => rm(home, { recursive: true }));
const data = () => join(home, 'data');

async function noted(name: string, note: object): Promise<void> {
  await mkdir(join(data(), 'unfinished'), { recursive: true });
  await writeFile(join(data(), 'unfinished', name), JSON.stringify(note));
}

describe("a file at a place of the user's", () => {
  it('is noted while it is written, and nothing is left beside it', async () => {
    const seen: string[] = [];
    async function* parts() {
      for (const name of await readdir(join(data(), 'unfinished'))) {
        seen.push(
          String((JSON.parse(await readFile(join(data(), 'unfinished', name), 'utf8')) as { file: string }).file),
        );
      }
      yield 'whole';
    }
    await writeForUser(data(), join(home, 'run.zip'), parts());
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatch(new RegExp(`/\\.run\\.zip\\.${process.pid}-[0-9a-f]{8}\\.tmp$`));
    expect((await readdir(home)).sort()).toEqual(['data', 'run.zip']);
    expect(await readdir(data())).toEqual([]);
  });

  it('is swept where its process was killed, and stays where that goes on or belongs to another machine', async () => {
    const file = (name: string) => join(home, name);
    const dead = { version: 1, host: hostname(), pid: 2 ** 30, started: null };
    for (const name of ['.run.zip.1-a1.tmp', '.other.zip.2-a1.tmp', '.far.zip.3-a1.tmp', 'letter.txt'])
      await writeFile(file(name), '');
    await noted('a.json', { ...dead, file: file('.run.zip.1-a1.tmp') });
    await noted('b.json', { version: 1, ...ownIdentity(), file: file('.other.zip.2-a1.tmp') });
    await noted('c.json', { ...dead, host: 'elsewhere', file: file('.far.zip.3-a1.tmp') });
    await noted('d.json', { ...dead, file: file('letter.txt') });
    await noted('e.json', { nonsense: true });
    await sweepUserFiles(data());
    expect((await readdir(home)).sort()).toEqual(['.far.zip.3-a1.tmp', '.other.zip.2-a1.tmp', 'data', 'letter.txt']);
    expect((await readdir(join(data(), 'unfinished'))).sort()).toEqual(['b.json', 'c.json']);
  });
});
