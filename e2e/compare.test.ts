import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { EvaluationEvent, MetricEvent } from '../src/shared/contract/metrics';
import { openStudio, patience, type Studio } from './studio';

/** Trains shortly on the sample, and waits until it is done. @returns the id of the run. */
async function train(studio: Studio, name: string, learningRate: number): Promise<string> {
  const [dataset = await studio.request('datasets.importSample', undefined)] = await studio.request(
    'datasets.list',
    undefined,
  );
  const { run } = await studio.request('runs.start', {
    ...{ name, dataset: dataset.id, variant: 'resnet8', batch: 64, steps: 12, learningRate },
  });
  const state = async () => (await studio.request('runs.read', { run, from: 0 })).summary.state;
  await expect.poll(state, { timeout: patience }).toBe('finished');
  return run;
}

async function eventsOf(studio: Studio, run: string): Promise<MetricEvent[]> {
  return (await studio.request('runs.read', { run, from: 0 })).events;
}

async function testErrorOf(studio: Studio, run: string): Promise<number> {
  const found = (await eventsOf(studio, run)).find(
    (event): event is EvaluationEvent => event.event === 'evaluation' && event.split === 'test',
  );
  if (!found) throw new Error('the run was not evaluated');
  return found.top1Error;
}

/** The cells of the table, row by row, with the row's title first. */
function tableOf(studio: Studio): Promise<string[][]> {
  return studio.page
    .getByRole('region', { name: 'Differences and results' })
    .evaluate((region) =>
      Array.from(region.querySelectorAll('tr'), (row) =>
        Array.from(row.querySelectorAll('th, td'), (cell) => (cell as HTMLElement).innerText.trim()),
      ),
    );
}

async function rowOf(studio: Studio, title: string): Promise<string[] | undefined> {
  return (await tableOf(studio)).find(([first]) => first === title);
}

async function savedBy(studio: Studio, name: string, press: () => Promise<void>): Promise<string> {
  const path = join(studio.home, name);
  await studio.app.evaluate(({ session }, path) => {
    session.defaultSession.once('will-download', (_event, item) => item.setSavePath(path));
  }, path);
  await press();
  await expect.poll(() => existsSync(path) && readFileSync(path, 'utf8').length, { timeout: patience }).toBeTruthy();
  return readFileSync(path, 'utf8');
}

const percent = (fraction: number) => `${(fraction * 100).toFixed(2)} %`;

describe('comparing runs', () => {
  it('lays two runs over each other, tells what differs and which is better, and saves the table', async () => {
    const studio = await openStudio();
    const { page } = studio;
    const runs = [await train(studio, 'Slow, "0.001"', 0.001), await train(studio, 'Fast', 0.1)];
    const [slow, fast] = [await testErrorOf(studio, runs[0] ?? ''), await testErrorOf(studio, runs[1] ?? '')];

    await studio.show('Runs');
    const compare = page.getByRole('button', { name: /^Compare/ });
    expect(await compare.count()).toBe(0);
    await page.getByRole('checkbox', { name: 'Select Fast' }).check();
    expect(await compare.isDisabled()).toBe(true);
    await page.getByRole('checkbox', { name: 'Select Slow, "0.001"' }).check();
    await compare.click();
    await page.getByRole('heading', { level: 1, name: 'Compare runs' }).waitFor();

    // Newest first, as in the list.
    await expect
      .poll(() => rowOf(studio, 'Learning rate'), { timeout: patience })
      .toEqual(['Learning rate', '0.1', '0.001']);
    expect(await rowOf(studio, 'Batch size')).toBeUndefined();
    expect(await rowOf(studio, 'Seed')).toBeUndefined();
    const errors = [fast, slow].map((error) =>
      error === Math.min(fast, slow) && fast !== slow ? `best${percent(error)}` : percent(error),
    );
    expect((await rowOf(studio, 'Test error'))?.map((text) => text.replace(/\s+(?=\d)/, ''))).toEqual([
      'Test error',
      ...errors,
    ]);
    await page.getByRole('button', { name: 'Show all settings' }).click();
    expect(await rowOf(studio, 'Batch size')).toEqual(['Batch size', '64', '64']);
    expect(await page.getByText('Paper', { exact: true }).count()).toBe(0);

    const csv = await savedBy(studio, 'table.csv', () =>
      page.getByRole('button', { name: 'Save the table as CSV' }).click(),
    );
    const lines = csv.trim().split('\r\n');
    expect(lines[0]).toBe(',Fast,"Slow, ""0.001"""');
    expect(lines).toContain('Learning rate,0.1,0.001');
    expect(lines).toContain(`Test error,${fast},${slow}`);

    for (const name of ['Loss', 'Learning rate', 'Responses', 'Error']) {
      await page.getByRole('radio', { name, exact: true }).check({ force: true });
      await page.getByRole('img', { name: /of 2 runs/ }).waitFor();
    }
    await page.getByRole('checkbox', { name: /Slow/ }).uncheck();
    await page.getByRole('img', { name: /of 1 runs/ }).waitFor();
    expect(await rowOf(studio, 'Learning rate')).toEqual(['Learning rate', '0.1']);

    await page.getByRole('button', { name: 'All runs' }).click();
    await page.getByRole('row', { name: /Fast/ }).waitFor();
    expect(await page.getByRole('checkbox', { name: 'Select Fast' }).isChecked()).toBe(true);
  });
});
