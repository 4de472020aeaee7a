import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ownIdentity } from '../files/process-identity';
import { holdDataFolder } from './data-lock';
import { instanceHandlers, serveInstances } from './instance-service';
import type { RunTurns } from './run-turns';

describe('the lock of the data folder', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'data-lock-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function hold() {
    const held = await holdDataFolder(folder);
    if (!held) throw new Error('another one answered');
    return held;
  }
  const leave = (change: object) =>
    writeFile(
      join(folder, 'studio.lock'),
      JSON.stringify({ version: 1, ...ownIdentity(), since: '', token: 'other', ...change }),
    );

  it('calls the studio that has it, whose window comes to the front', async () => {
    const first = await hold();
    const showWindow = vi.fn();
    const listener = await serveInstances(folder, instanceHandlers({ turns: {} as RunTurns, showWindow }));
    expect(await holdDataFolder(folder)).toBeNull();
    expect(showWindow).toHaveBeenCalledTimes(1);
    expect(await readdir(folder)).toEqual(['sockets', 'studio.lock']);
    await listener.close();
    expect(await readdir(folder)).toEqual(['studio.lock']);
    await first.release();
    expect(await readdir(folder)).toEqual([]);
  });

  it('waits for a studio that does not listen yet', async () => {
    const first = await hold();
    const second = holdDataFolder(folder);
    const showWindow = vi.fn();
    const listener = await serveInstances(folder, instanceHandlers({ turns: {} as RunTurns, showWindow }));
    expect(await second).toBeNull();
    expect(showWindow).toHaveBeenCalledTimes(1);
    await listener.close();
    await first.release();
  });

  it('goes to the next studio when the first one quits meanwhile', async () => {
    const first = await hold();
    const second = holdDataFolder(folder);
    await first.release();
    await (await second)?.release();
    expect(await readdir(folder)).toEqual([]);
  });

  it('is taken from a process that was killed, whatever has its number now', async () => {
    await leave({ started: 'before' });
    const held = await hold();
    expect(await readdir(folder)).toEqual(['studio.lock']);
    await held.release();
  });

  it('of a studio that does not answer is told with its process', async () => {
    await leave({});
    await expect(holdDataFolder(folder, 50)).rejects.toThrow(new RegExp(`process ${process.pid}, which does not`));
    expect(await readdir(folder)).toEqual(['studio.lock']);
  });

  it('of another machine is told by its name', async () => {
    await leave({ host: 'elsewhere' });
    await expect(holdDataFolder(folder)).rejects.toThrow('open in a studio on elsewhere');
  });
});
