import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { metricEventSchema, type MetricEvent, type StepEvent } from '../src/shared/contract/metrics';
import { sampleClasses, testPicture, writeTestPicture } from './sample';
import { openStudio, patience, sampleFolder, type Studio } from './studio';

const fewestSteps = 40;
const testPictures = Array.from({ length: 20 }, (_, index) => index);

function eventsOf(studio: Studio, run: string): MetricEvent[] {
  const path = join(studio.home, 'runs', run, 'metrics.jsonl');
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const lines = text.slice(0, text.lastIndexOf('\n') + 1).split('\n');
  return lines.filter(Boolean).map((line) => metricEventSchema.parse(JSON.parse(line)));
}

const stepsOf = (events: MetricEvent[]) => events.filter((event): event is StepEvent => event.event === 'step');
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The points that a panel's chart draws, as its table shows them: label of the row, then one value a curve. */
function pointsOf(studio: Studio, panel: string): Promise<(string | number | null)[][]> {
  return studio.page.getByRole('region', { name: panel, exact: true }).evaluate((element) =>
    Array.from(element.querySelectorAll('tbody tr'), (row) => [
      row.querySelector('th')?.innerText ?? '',
      ...Array.from(row.querySelectorAll('td'), (cell) => {
        const value = cell.querySelector('data')?.value;
        return value === undefined ? null : Number(value);
      }),
    ]),
  );
}

async function expectChartsAsWritten(studio: Studio, run: string): Promise<void> {
  const { page } = studio;
  const events = eventsOf(studio, run);
  const showData = (panel: string) => page.getByRole('button', { name: `Show data of ${panel}` });

  await showData('Learning curves').click();
  for (const [name, key] of [
    ['Loss', 'loss'],
    ['Error', 'top1Error'],
  ] as const) {
    await page.getByRole('radio', { name, exact: true }).check();
    const drawn = async () => (await pointsOf(studio, 'Learning curves')).map(([step, value]) => [Number(step), value]);
    await expect.poll(drawn, { timeout: patience }).toEqual(stepsOf(events).map((event) => [event.step, event[key]]));
  }
  await showData('Learning curves').click();

  const responses = events.filter((event) => event.event === 'responses').at(-1);
  if (!responses) throw new Error('no responses were written');
  await showData('Layer responses').click();
  await expect
    .poll(() => pointsOf(studio, 'Layer responses'), { timeout: patience })
    .toEqual(responses.layers.map((layer, index) => [layer, responses.standardDeviations[index]]));
  await showData('Layer responses').click();
}

/** Saves the learning curves by their button. @returns the lines of the file. */
async function saveCurves({ app, page, home }: Studio): Promise<string[]> {
  const path = join(home, 'saved.csv');
  await app.evaluate(({ session }, path) => {
    session.defaultSession.once('will-download', (_event, item) => item.setSavePath(path));
  }, path);
  await page.getByRole('button', { name: 'Save Learning curves as CSV' }).click();
  await expect
    .poll(() => existsSync(path) && readFileSync(path, 'utf8').endsWith('\n'), { timeout: patience })
    .toBe(true);
  return readFileSync(path, 'utf8').trim().split(/\r?\n/);
}

async function importByDrop(studio: Studio): Promise<void> {
  const { page } = studio;
  await page.getByRole('heading', { name: /^Drop .* here/ }).waitFor();
  await studio.drop(sampleFolder);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByRole('heading', { level: 2, name: 'Fashion-MNIST sample' }).waitFor();
  for (const name of sampleClasses) {
    await page.getByRole('img', { name: `${name}, sample 1`, exact: true }).waitFor();
  }
  const shades = await page.getByRole('img', { name: `${sampleClasses[0]}, sample 1` }).evaluate((canvas) => {
    const { width, height } = canvas as HTMLCanvasElement;
    const context = (canvas as HTMLCanvasElement).getContext('2d');
    return new Set(context?.getImageData(0, 0, width, height).data).size;
  });
  expect(shades).toBeGreaterThan(20);
}

async function trainAndStop(studio: Studio): Promise<string> {
  const { page } = studio;
  await page.getByRole('button', { name: 'Train a network on it' }).click();
  await page.getByLabel('Network').selectOption('resnet20');
  await page.getByLabel('Batch size').fill('128');
  await page.getByRole('textbox', { name: 'Epochs' }).fill('3');
  await page.getByRole('button', { name: 'Start training' }).click();

  await page.getByRole('heading', { level: 1, name: /ResNet-20/ }).waitFor();
  const run = (await studio.request('runs.list', undefined))[0]?.run ?? '';
  await page.getByRole('img', { name: /^Training and validation error by step/ }).waitFor();
  await page
    .getByText(new RegExp(`step (${fewestSteps}|[4-9]\\d|\\d{3}) of`))
    .first()
    .waitFor({ timeout: 2 * patience });
  await page.getByRole('button', { name: 'Stop and save' }).click();
  await page.getByText('Stopped', { exact: true }).waitFor();

  const losses = stepsOf(eventsOf(studio, run)).map(({ loss }) => loss);
  expect(losses.length).toBeGreaterThanOrEqual(fewestSteps);
  expect(mean(losses.slice(-10))).toBeLessThan(0.7 * mean(losses.slice(0, 5)));
  return run;
}

/** Drops one picture after the other. @returns the class that the window puts first for each. */
async function classifyByDrop(studio: Studio, indices: number[]): Promise<string[]> {
  const classes: string[] = [];
  for (const index of indices) {
    await studio.drop(writeTestPicture(studio.home, index));
    const card = studio.page.getByRole('article', { name: `test-${index}.png`, exact: true });
    await card.waitFor();
    const lines = await card.getByRole('listitem').allInnerTexts();
    expect(lines).toHaveLength(5);
    classes.push(lines[0]?.split('\n')[0]?.trim() ?? '');
  }
  return classes;
}

describe('the studio', () => {
  it(
    'imports what is dropped, trains on it, shows what it writes, classifies, and finds the run again',
    async () => {
      const studio = await openStudio();
      await importByDrop(studio);
      const run = await trainAndStop(studio);
      await expectChartsAsWritten(studio, run);

      const saved = await saveCurves(studio);
      const steps = stepsOf(eventsOf(studio, run));
      expect(saved.slice(1).map((line) => line.split(',').slice(0, 2).map(Number))).toEqual(
        steps.map(({ step, top1Error }) => [step, top1Error]),
      );

      await studio.page.getByRole('button', { name: 'Classify pictures' }).click();
      const classes = await classifyByDrop(studio, testPictures);
      const right = testPictures.filter((index, place) => classes[place] === testPicture(index).label);
      // Chance gets 2 of 20.
      expect(right.length).toBeGreaterThan(7);

      await studio.restart();
      await studio.show('Runs');
      const row = studio.page.getByRole('row', { name: /ResNet-20/ });
      await row.getByText('Stopped').waitFor();
      await row.getByRole('button', { name: /^ResNet-20/ }).click();
      await expectChartsAsWritten(studio, run);
    },
    10 * 60_000,
  );
});
