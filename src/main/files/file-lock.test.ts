import { fork } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FileLock, type LockHolder, takeLock, withLock } from './file-lock';
import { ownIdentity } from './process-identity';

describe('a lock file', () => {
  let folder = '';
  let path = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lock-'));
    path = join(folder, 'a.lock');
  });
  afterEach(() => rm(folder, { recursive: true }));

  const take = async (): Promise<FileLock> => {
    const lock = await takeLock(path);
    if (!(lock instanceof FileLock)) throw new Error(`held by process ${lock.pid}`);
    return lock;
  };
  const leave = (change: Partial<LockHolder>) =>
    writeFile(path, JSON.stringify({ version: 1, ...ownIdentity(), since: '', token: 'other', ...change }));

  /** A number that no process has any more. */
  async function deadPid(): Promise<number> {
    const child = fork('-', { execArgv: ['-e', ''], stdio: 'ignore' });
    await new Promise((resolve) => child.once('exit', resolve));
    return child.pid ?? 0;
  }

  it('says who holds it, and is gone once it is released', async () => {
    const lock = await take();
    expect(await takeLock(path)).toMatchObject({ version: 1, ...ownIdentity() });
    await lock.release();
    expect(await readdir(folder)).toEqual([]);
    await (await take()).release();
  });

  it('of a process that was killed is taken', async () => {
    await leave({ pid: await deadPid() });
    await (await take()).release();
    expect(await readdir(folder)).toEqual([]);
  });

  it('of a process whose number another one has got is taken', async () => {
    await leave({ started: 'long ago' });
    await (await take()).release();
  });

  it('of a living process stays, and release leaves it alone', async () => {
    await leave({});
    expect(await takeLock(path)).toMatchObject({ token: 'other' });
    await rm(path);
    const lock = await take();
    await leave({});
    await lock.release();
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ token: 'other' });
  });

  it('of another machine holds as long as it gives a sign of life', async () => {
    await leave({ host: 'elsewhere' });
    expect(await takeLock(path)).toMatchObject({ host: 'elsewhere' });
    const longAgo = new Date(Date.now() - 600_000);
    await utimes(path, longAgo, longAgo);
    await (await take()).release();
  });

  it('that is damaged is taken, once nobody can be writing it', async () => {
    await writeFile(path, '{"pid": 1');
    const before = new Date(Date.now() - 60_000);
    await utimes(path, before, before);
    await (await take()).release();
  });

  it('lets many work one after the other, a stale lock before them', async () => {
    await leave({ pid: await deadPid() });
    let inside = 0;
    const counts = await Promise.all(
      Array.from({ length: 20 }, () =>
        withLock(path, async () => {
          inside += 1;
          await new Promise((resolve) => setImmediate(resolve));
          return inside--;
        }),
      ),
    );
    expect(counts).toEqual(Array(20).fill(1));
    expect(await readdir(folder)).toEqual([]);
  });
});
