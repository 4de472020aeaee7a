import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { RunConfig, RunState } from '../src/shared/contract/run';
import { noNumbers, type RunNumbers } from '../src/main/runs/run-numbers';
import { RunStore } from '../src/main/runs/run-store';
import { stateFile } from '../src/main/runs/state-file';
import { sampleConfig, stepOf } from '../src/main/runs/testing';

export interface StoredRun {
  readonly run: string;
  readonly name?: string;
  readonly state?: RunState;
  readonly config?: Partial<RunConfig>;
  readonly numbers?: Partial<RunNumbers>;
}

/** A home for a test that goes with it. Its trash is inside it, so that the tester's own stays as it is. */
export function makeHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'residual-studio-'));
  const before = process.env['XDG_DATA_HOME'];
  process.env['XDG_DATA_HOME'] = join(home, 'share');
  onTestFinished(() => {
    if (before === undefined) Reflect.deleteProperty(process.env, 'XDG_DATA_HOME');
    else process.env['XDG_DATA_HOME'] = before;
    rmSync(home, { recursive: true, force: true });
  });
  return home;
}

/** Puts runs into the store of a home, as trainings would have left them; the first is the oldest. */
export async function storeRuns(home: string, runs: readonly StoredRun[]): Promise<RunStore> {
  const store = new RunStore(home);
  for (const [index, { run, name = run, state = 'finished', config, numbers }] of runs.entries()) {
    const createdAt = new Date(Date.UTC(2026, 0, 1, 12, index)).toISOString();
    await store.create({ ...sampleConfig, ...config, run, name, createdAt });
    await store.writeState(run, stateFile(state, null, null, { ...noNumbers, steps: 2, ...numbers }));
    await writeFile(store.metricsPath(run), [stepOf(1), stepOf(2)].map((step) => `${JSON.stringify(step)}\n`).join(''));
  }
  return store;
}
