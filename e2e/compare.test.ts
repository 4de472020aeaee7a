import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { EvaluationEvent, MetricEvent } from '../src/shared/contract/metrics';
import { sampleTraining } from '../src/shared/recipe/testing';
import { evaluationOf, sampleConfig } from '../src/main/runs/testing';
import { makeHome, storeRuns } from './stored-runs';
import { openStudio, patience, type Studio } from './studio';

/** Trains shortly on the sample, and waits until it is done. @returns the id of the run. */
async function train(studio: Studio, name: string, learningRate: number): Promise<string> {
  const [dataset = await studio.request('datasets.importSample', undefined)] = await studio.request(
    'datasets.list',
    undefined,
  );
  const { run } = await studio.request('runs.start', {
    name,
    dataset: dataset.id,
    variant: 'resnet8',
    batch: 64,
    steps: 12,
    learningRate,
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

  it('tells runs of one name apart, and holds each against the paper', async () => {
    const home = makeHome();
    const name = 'ResNet-20 on the pictures of CIFAR-10';
    const classes = [...['airplane', 'automobile', 'bird', 'cat', 'deer', 'dog', 'frog', 'horse', 'ship', 'truck']];
    const dataset = {
      ...sampleConfig.dataset,
      name: 'CIFAR-10',
      shape: [32, 32, 3] as [number, number, number],
      classes,
    };
    const training = (variant: string, epochs: number) => sampleTraining({ variant, epochs, steps: 3400 });
    const stored = [
      { run: 'short', name, config: { dataset, training: training('resnet20', 20) } },
      { run: 'long', name, config: { dataset, training: training('resnet20', 40) } },
      ...['resnet32', 'resnet56', 'resnet110', 'plain20', 'plain32'].map((variant) => ({
        run: variant,
        name: variant,
        config: { dataset, training: training(variant, 40) },
      })),
    ];
    await storeRuns(home, stored);
    for (const [index, { run }] of stored.entries()) {
      const line = JSON.stringify(evaluationOf('test', 2, 0.1 + index / 100));
      appendFileSync(join(home, 'runs', run, 'metrics.jsonl'), `${line}\n`);
    }
    const studio = await openStudio({ home });
    const { page } = studio;
    await studio.show('Runs');
    await page.getByRole('checkbox', { name: 'Select all' }).check();
    await page.getByRole('button', { name: /^Compare/ }).click();
    const short = page.getByRole('checkbox', { name: /Epochs: 20/ });
    await short.waitFor();
    await page.getByRole('checkbox', { name: /Epochs: 40/ }).waitFor();
    expect(await page.getByRole('checkbox', { name: /Epochs/ }).count()).toBe(2);

    const errors = async () =>
      (await rowOf(studio, 'Test error'))?.map((text) => text.replace(/\s+/g, ' ').replace(/^best ?/, 'best '));
    await expect
      .poll(errors, { timeout: patience })
      .toEqual([
        ...['Test error', '16.00 %', '15.00 %', '14.00 % paper 6.43 %', '13.00 % paper 6.97 %', '12.00 % paper 7.51 %'],
        ...['11.00 % paper 8.75 %', 'best 10.00 % paper 8.75 %', ''],
      ]);
    await page.getByRole('button', { name: 'Show all settings' }).click();
    expect((await rowOf(studio, 'Steps'))?.[1]).toBe('3,400');
    expect((await rowOf(studio, 'Milestones'))?.[1]).toBe('at 1/2 and 3/4 of the run');

    const region = page.getByRole('region', { name: 'Settings that differ, and results, by run' });
    await studio.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1024, 700));
    await expect
      .poll(() => region.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth))
      .toBeGreaterThan(300);
    const left = async () => (await region.getByRole('rowheader', { name: 'Results' }).boundingBox())?.x;
    const before = await left();
    await region.evaluate((element) => {
      element.scrollLeft = 300;
    });
    expect(await left()).toBe(before);
  });
});
