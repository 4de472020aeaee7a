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

  it.each<[string, Partial<LockHolder>]>([
    ['another machine', { host: 'elsewhere' }],
    ['another machine of the same name', { machine: 'b08dfa6083e7567a1921a715000001fb' }],
    ['another container on this machine', { namespace: 'pid:[1]' }],
  ])('of %s holds, whatever the clocks say, until somebody takes it over', async (_, other) => {
    await leave({ ...other, since: '2001-01-01T00:00:00.000Z' });
    const longAgo = new Date(0);
    await utimes(path, longAgo, longAgo);
    expect(await takeLock(path)).toMatchObject({ token: 'other' });
    const taken = await takeLock(path, { takeOver: true });
    expect(taken).toBeInstanceOf(FileLock);
    await (taken as FileLock).release();
    expect(await readdir(folder)).toEqual([]);
  });

  it('of before the machine was started anew is taken, whatever has the number now', async () => {
    await leave({ started: '00000000-0000-0000-0000-000000000000 17', namespace: 'pid:[1]' });
    await (await take()).release();
  });

  it('of a living process of this machine cannot be taken over', async () => {
    await leave({});
    expect(await takeLock(path, { takeOver: true })).toMatchObject({ token: 'other' });
  });

  it('that is damaged is taken, once nobody can be writing it', async () => {
    await writeFile(path, '{"pid": 1');
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
