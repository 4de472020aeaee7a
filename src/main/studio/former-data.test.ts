import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { RunStore } from '../runs/run-store';
import { noNumbers } from '../runs/run-numbers';
import { stateFile } from '../runs/state-file';
import { sampleConfig } from '../runs/testing';
import { findFormerData, moveFormerData } from './former-data';

let [former, inUse] = ['', ''];
beforeEach(() => {
  [former, inUse] = ['former-', 'in-use-'].map((name) => mkdtempSync(join(tmpdir(), name))) as [string, string];
});
afterEach(() => {
  for (const folder of [former, inUse]) rmSync(folder, { recursive: true, force: true });
});

async function storeRun(folder: string, run: string, state: 'finished' | 'training' = 'finished'): Promise<void> {
  const store = new RunStore(folder);
  await store.create({ ...sampleConfig, run, name: run });
  await store.writeState(run, stateFile(state, null, process.pid, noNumbers));
}

it('finds what lies in the former folder, and moves it whole, but for what is there already', async () => {
  await storeRun(former, 'mine');
  await storeRun(former, 'both');
  await storeRun(inUse, 'both');
  mkdirSync(join(former, 'datasets', 'shapes'), { recursive: true });
  mkdirSync(join(former, 'datasets', '.temporary-1-x'));
  writeFileSync(join(former, 'datasets', 'shapes', 'manifest.json'), '{}');
  expect(await findFormerData(former, inUse)).toEqual({ folder: former, runs: 2, datasets: 1 });
  expect(await moveFormerData(former, inUse)).toBe(2);
  expect(readdirSync(join(inUse, 'datasets'))).toEqual(['shapes']);
  expect((await new RunStore(inUse).list()).map(({ run }) => run).sort()).toEqual(['both', 'mine']);
  expect(readdirSync(join(former, 'runs')).filter((name) => !name.startsWith('.'))).toEqual(['both']);
  expect(existsSync(join(former, 'studio.lock'))).toBe(false);
});

it('has nothing to tell of the same folder, of none and of an empty one', async () => {
  await storeRun(inUse, 'mine');
  expect(await findFormerData(`${inUse}/`, inUse)).toBeNull();
  expect(await findFormerData('', inUse)).toBeNull();
  expect(await findFormerData(former, inUse)).toBeNull();
});

it('leaves everything where a run there trains', async () => {
  await storeRun(former, 'over');
  await storeRun(former, 'on', 'training');
  await expect(moveFormerData(former, inUse)).rejects.toThrow('on is training');
  expect(existsSync(join(inUse, 'runs', 'over'))).toBe(false);
});
