import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { metricEventSchema } from '../src/shared/contract/metrics';
import type { RunSummary } from '../src/shared/contract/run';
import { openStudio, patience, type Studio } from './studio';

/** Starts a run that would take hours, and waits until some of its steps are written. */
async function startLongRun(studio: Studio): Promise<{ run: string; trainer: number }> {
  const dataset = await studio.request('datasets.importSample', undefined);
  const { run } = await studio.request('runs.start', {
    dataset: dataset.id,
    variant: 'resnet8',
    batch: 32,
    epochs: 1000,
  });
  await expect.poll(() => linesOf(studio, run).length, { timeout: patience }).toBeGreaterThan(5);
  return { run, trainer: await trainerOf(studio) };
}

function linesOf(studio: Studio, run: string): string[] {
  const path = join(studio.home, 'runs', run, 'metrics.jsonl');
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n').slice(0, -1) : [];
}

async function trainerOf(studio: Studio): Promise<number> {
  const pid = await studio.app.evaluate(({ app }) => app.getAppMetrics().find(({ name }) => name === 'trainer')?.pid);
  if (pid === undefined) throw new Error('no trainer is running');
  return pid;
}

async function summaryOf(studio: Studio, run: string): Promise<RunSummary | undefined> {
  return (await studio.request('runs.list', undefined)).find((summary) => summary.run === run);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('a trainer that is killed', () => {
  it('ends its run as failed, keeps what was written and leaves the studio alive', async () => {
    const studio = await openStudio();
    const { run, trainer } = await startLongRun(studio);

    process.kill(trainer, 'SIGKILL');
    await expect.poll(async () => (await summaryOf(studio, run))?.state, { timeout: patience }).toBe('failed');
    const summary = await summaryOf(studio, run);
    expect(summary?.reason).toMatch(/killed/);
    expect(isAlive(trainer)).toBe(false);

    const written = linesOf(studio, run).map((line) => metricEventSchema.parse(JSON.parse(line)));
    const { events } = await studio.request('runs.read', { run, from: 0 });
    expect(events).toEqual(written);
    expect(written.filter(({ event }) => event === 'step').length).toBeGreaterThan(2);
    expect(written.at(-1)).toMatchObject({ event: 'end', state: 'failed' });

    await studio.show('Runs');
    const row = studio.page.getByRole('row', { name: /ResNet-8/ });
    await row.getByText('Failed').waitFor();
    await row.getByRole('button', { name: /^ResNet-8/ }).click();
    await studio.page
      .getByRole('main')
      .getByText(summary?.reason ?? '')
      .waitFor();

    const next = await startLongRun(studio);
    await studio.request('runs.stop', { run: next.run });
    expect((await summaryOf(studio, next.run))?.state).toBe('stopped');
  });
});

describe('a studio that ends while a run trains', () => {
  it('stops the run with a checkpoint when it quits, and leaves no process', async () => {
    const studio = await openStudio();
    const { run, trainer } = await startLongRun(studio);
    await studio.quit();
    expect(isAlive(trainer)).toBe(false);
    expect(readdirSync(join(studio.home, 'runs', run, 'checkpoints'))).toContain('last.safetensors');

    await studio.start();
    expect(await summaryOf(studio, run)).toMatchObject({ state: 'stopped', hasCheckpoint: true });
  });

  it('leaves no process when it is killed, and finds the run interrupted', async () => {
    const studio = await openStudio();
    const { run, trainer } = await startLongRun(studio);
    studio.kill();
    await expect.poll(() => isAlive(trainer), { timeout: patience }).toBe(false);

    await studio.start();
    expect(await summaryOf(studio, run)).toMatchObject({ state: 'interrupted' });
    expect((await studio.request('runs.read', { run, from: 0 })).events.length).toBeGreaterThan(4);
  });
});
