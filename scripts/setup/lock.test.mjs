import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appearance, startNode, temporaryFolder, writeFile } from '../testing.mjs';
import { withLock } from './lock.mjs';

const lockModule = new URL('lock.mjs', import.meta.url).href;
const silent = { line: () => {} };

/** Another process that takes the lock, says so with a file, and goes on until it is ended or told to stop. */
async function startHolder(folder, path) {
  const taken = join(folder, 'taken');
  const code = `import { writeFileSync } from 'node:fs'; import { withLock } from '${lockModule}';
    await withLock('${path}', { line() {} }, () => new Promise((stop) => {
      const timer = setInterval(() => {}, 1000);
      process.on('SIGTERM', () => { writeFileSync('${folder}/released', ''); clearInterval(timer); stop(); });
      writeFileSync('${taken}', ''); }));`;
  const holder = startNode(code, process.env);
  await appearance(taken);
  return holder;
}

describe('the lock', () => {
  it('lets a second one wait until the first has finished', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'setup.lock');
    const { child, ended } = await startHolder(folder, path);
    const said = [];
    const report = {
      line: (text) => {
        said.push(text);
        child.kill('SIGTERM');
      },
    };
    const releasedFirst = await withLock(path, report, () => existsSync(join(folder, 'released')));
    await ended;
    expect(releasedFirst).toBe(true);
    expect(said).toEqual([`Another set-up is running (process ${child.pid}); waiting for it.`]);
    expect(existsSync(path)).toBe(false);
  });

  it('takes over from one that was killed', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'setup.lock');
    const { child, ended } = await startHolder(folder, path);
    child.kill('SIGKILL');
    await ended;
    expect(existsSync(path)).toBe(true);
    expect(await withLock(path, silent, () => 'worked')).toBe('worked');
    expect(readdirSync(folder)).toEqual(['taken']);
  });

  it('recognises a process id that was given to another program', async () => {
    const path = writeFile(
      join(temporaryFolder(), 'setup.lock'),
      JSON.stringify({ id: 'old', pid: process.pid, start: '1' }),
    );
    expect(await withLock(path, silent, () => JSON.parse(readFileSync(path, 'utf8')).pid)).toBe(process.pid);
  });

  it('is given back when the work fails', async () => {
    const path = join(temporaryFolder(), 'setup.lock');
    const work = () => Promise.reject(new Error('broken'));
    await expect(withLock(path, silent, work)).rejects.toThrow('broken');
    expect(existsSync(path)).toBe(false);
  });

  it('is held by one of many at a time', async () => {
    const folder = temporaryFolder();
    const path = writeFile(join(folder, 'setup.lock'), JSON.stringify({ id: 'old', pid: 2 ** 22 + 1, start: '1' }));
    const log = join(folder, 'log');
    const code = `import { appendFileSync } from 'node:fs'; import { withLock } from '${lockModule}';
      for (let i = 0; i < 5; i += 1) await withLock('${path}', { line() {} }, async () => {
        appendFileSync('${log}', 'in '); await new Promise(setImmediate); appendFileSync('${log}', 'out '); });`;
    const ends = await Promise.all([1, 2, 3].map(() => startNode(code, process.env).ended));
    expect(ends.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0]);
    expect(readFileSync(log, 'utf8')).toBe('in out '.repeat(15));
  });
});
