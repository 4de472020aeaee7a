import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { describe, expect, it, onTestFinished } from 'vitest';
import { noNumbers } from './run-numbers';
import { presentState, stateFile } from './state-file';

const training = (pid: number) => stateFile('training', null, pid, noNumbers);

describe('a run that claims to train', () => {
  it('trains as long as its process goes on', () => {
    expect(presentState(training(process.pid)).state).toBe('training');
    expect(presentState(training(2 ** 30)).state).toBe('interrupted');
  });

  it.skipIf(process.platform === 'win32')('was interrupted where its number went to another process', () => {
    const file = { ...training(process.pid), started: 'some other time' };
    expect(presentState(file)).toMatchObject({ state: 'interrupted', reason: expect.stringContaining('ended') });
  });

  it.each([{ host: 'elsewhere' }, { namespace: 'pid:[1]' }])(
    'trains where its process cannot be seen from here, whatever the clocks say: %j',
    (other) => {
      const file = { ...training(process.pid), pid: 2 ** 30, ...other, updatedAt: '2001-01-01T00:00:00.000Z' };
      expect(presentState(file).state).toBe('training');
    },
  );

  it('trains whatever the clock says', () => {
    for (const updatedAt of ['2001-01-01T00:00:00.000Z', '2101-01-01T00:00:00.000Z']) {
      expect(presentState({ ...training(process.pid), updatedAt }).state).toBe('training');
    }
  });

  it.skipIf(process.platform !== 'linux')('was interrupted where only the entry of its process is left', async () => {
    // The program that takes the shell's place never asks how its child ended.
    const parent = spawn('sh', ['-c', 'sleep 0.01 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] });
    onTestFinished(() => void parent.kill('SIGKILL'));
    const [line] = (await once(createInterface(parent.stdout), 'line')) as [string];
    await expect.poll(() => presentState(training(Number(line))).state).toBe('interrupted');
    expect(process.kill(Number(line), 0)).toBe(true);
  });
});
