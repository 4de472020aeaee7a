import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Evaluation } from '../src/shared/contract/evaluation';
import { classScores } from '../src/shared/numbers/scores';
import { saved, savedDrawing, savedPicture, savedRows, understood } from './saved';
import { openStudio, patience, type Studio } from './studio';

async function train(studio: Studio, name: string): Promise<string> {
  const { id } = await studio.request('datasets.importSample', undefined);
  const { run } = await studio.request('runs.start', { name, dataset: id, variant: 'resnet8', batch: 64, steps: 8 });
  const state = async () => (await studio.request('runs.read', { run, from: 0 })).summary.state;
  await expect.poll(state, { timeout: patience }).toBe('finished');
  return run;
}

/** Makes the evaluation that is kept one of so many classes. */
function writeManyClasses(folder: string, count: number): void {
  const [file = ''] = readdirSync(folder);
  const content = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { evaluation: Evaluation };
  const names = Array.from({ length: count }, (_, index) => `class ${index}, "of many"`);
  const value = (row: number, column: number) => (row === column ? 40 : Number((row * 7 + column * 13) % 97 === 0));
  content.evaluation.confusionMatrix = names.map((_, row) => names.map((_, column) => value(row, column)));
  content.evaluation.classes = classScores(content.evaluation.confusionMatrix, names);
  writeFileSync(join(folder, file), JSON.stringify(content));
}

describe('what is drawn', () => {
  it('is saved as vectors, pixels and numbers', async () => {
    const studio = await openStudio();
    const { page } = studio;
    const press = (name: string) => page.getByRole('button', { name, exact: true });
    await train(studio, 'Kept');

    await studio.show('Datasets');
    const classes = await saved(studio, press('Save Classes of Fashion-MNIST sample as SVG').first(), 'classes.svg');
    const drawn = await understood(classes);
    expect(drawn).toMatchObject({ outside: 0 });
    expect(drawn.words).toEqual(expect.arrayContaining(['Sandal', 'Training', 'Test']));
    const table = await saved(studio, press('Save Classes of Fashion-MNIST sample as CSV').first(), 'classes.csv');
    expect(table.split('\r\n')[0]).toBe('class,train,validation,test');

    await studio.show('Runs');
    await page.getByRole('row').getByRole('button', { name: 'Kept', exact: true }).click();
    await press('Save Layer responses as SVG').waitFor();
    const responses = await understood(await saved(studio, press('Save Layer responses as SVG'), 'responses.svg'));
    expect(responses).toMatchObject({ outside: 0 });
    expect(responses.words).toEqual(expect.arrayContaining(['layer1', 'layer2', 'layer3']));
    // A bar for each of the 7 convolutions, and the ground.
    expect(responses.marks).toBeGreaterThanOrEqual(8);

    const network = await saved(studio, press('Save architecture as CSV'), 'network.csv');
    expect(network).toContain('layer1.0.conv1,convolution,layer1,layer1.0,28,28,16,2304,');

    await page.getByRole('treeitem', { name: /^conv1:/ }).click();
    const weights = page.getByRole('button', { name: /^Save Weights, conv1 at epoch 1, step \d+ as SVG$/ });
    const histogram = await understood(await saved(studio, weights, 'weights.svg'));
    expect(histogram).toMatchObject({ outside: 0 });
    expect(histogram.marks).toBeGreaterThan(24);
    const picture = page.getByRole('button', { name: /^Save Weights, conv1 at .* as PNG$/ });
    expect(await saved(studio, picture, 'weights.png')).toContain('PNG');
  });

  it('is kept of a layer: its history, histograms, filters and maps', async () => {
    const studio = await openStudio();
    const { page } = studio;
    await train(studio, 'Kept');
    await studio.show('Runs');
    await page.getByRole('row').getByRole('button', { name: 'Kept', exact: true }).click();
    await page.getByRole('treeitem', { name: /^conv1:/ }).click();
    const details = page.getByRole('region', { name: 'Details of conv1' });
    await details.getByRole('radio', { name: 'Weight norm' }).check({ force: true });

    const history = await savedDrawing(studio, details, 'Weight norm of conv1');
    expect(history.words).toEqual(expect.arrayContaining(['Weight norm of conv1', 'step']));
    expect(await savedPicture(studio, details, 'Weight norm of conv1')).toMatchObject({ width: 1280, height: 640 });
    const rows = await savedRows(studio, details, 'Weight norm of conv1');
    expect(rows[0]).toEqual(['step', 'Weight norm']);
    expect(Number(rows.at(-1)?.[1])).toBeGreaterThan(0);

    const maps = await savedPicture(studio, details, 'Activation maps of conv1');
    expect(maps.colours).toBeGreaterThan(50);
    const filters = await savedPicture(studio, details, 'Filters of conv1');
    expect(filters.width).toBeGreaterThan(1000);
    const [header, ...weights] = await savedRows(studio, details, 'Filters of conv1');
    expect(header).toEqual(['filter', 'channel', 'row', 'column', 'weight']);
    expect(weights).toHaveLength(16 * 3 * 3);
    expect(new Set(weights.map(([filter]) => filter)).size).toBe(16);
    expect(new Set(weights.map(([, , , , weight]) => weight)).size).toBeGreaterThan(100);

    const time = page.getByRole('region', { name: 'Time per step' });
    expect((await savedDrawing(studio, time, 'Time per step')).words).toContain('Time per step, Kept');
    expect((await savedRows(studio, time, 'Time per step')).map(([part]) => part)).toEqual(
      expect.arrayContaining(['loading', 'step']),
    );
    for (const tab of ['Gradient flow', 'Block contribution']) {
      await page.getByRole('radio', { name: tab, exact: true }).check({ force: true });
      const panel = page.getByRole('region', { name: tab, exact: true });
      await panel.getByRole('img').waitFor();
      expect((await savedDrawing(studio, panel, tab)).words).toContain('layer2');
      expect((await savedPicture(studio, panel, tab)).colours).toBeGreaterThan(3);
      expect((await savedRows(studio, panel, tab)).length).toBeGreaterThan(3);
    }
  });

  it('is kept of an evaluation, of 10 classes and of 1,000', async () => {
    const studio = await openStudio();
    const { page } = studio;
    const run = await train(studio, 'Kept');
    await studio.show('Runs');
    await page.getByRole('row').getByRole('button', { name: 'Kept', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Evaluation' });
    const evaluate = async () => {
      await page.getByRole('button', { name: 'Evaluate' }).click();
      await dialog.getByRole('application', { name: /^Confusion matrix/ }).waitFor({ timeout: patience });
    };
    await evaluate();
    const kept = await studio.request('evaluations.read', { run });
    if (!kept) throw new Error('the evaluation was not kept');
    const names = kept.classes.map(({ name }) => name);

    const drawn = await savedDrawing(studio, dialog, 'Confusion matrix');
    expect(drawn.words).toEqual(expect.arrayContaining(['True class', 'Predicted class', ...names]));
    const counts = kept.confusionMatrix.flat().filter((count) => count > 0);
    expect(drawn.words).toEqual(expect.arrayContaining(counts.map(String)));
    // Each cell that is not empty, the ground of the matrix and that of the drawing.
    expect(drawn.marks).toBe(counts.length + 2);
    expect((await savedPicture(studio, dialog, 'Confusion matrix')).colours).toBeGreaterThan(10);
    expect(await savedRows(studio, dialog, 'Confusion matrix')).toEqual([
      ['true class', ...names],
      ...names.map((name, truth) => [name, ...(kept.confusionMatrix[truth] ?? []).map(String)]),
    ]);
    await dialog.getByRole('radio', { name: 'Most confused' }).check();
    const [, pair] = await savedRows(studio, dialog, 'Most confused');
    const [truth = '', predicted = '', count] = pair ?? [];
    expect(count).toBe(String(kept.confusionMatrix[names.indexOf(truth)]?.[names.indexOf(predicted)]));
    await dialog.getByRole('radio', { name: 'Classes' }).check();
    const scores = await savedRows(studio, dialog, 'Classes');
    expect(scores.slice(1).map(([name, , , f1]) => [name, Number(f1)])).toEqual(
      kept.classes.map(({ name, f1 }) => [name, f1]),
    );
    await dialog.getByRole('button', { name: 'Close' }).click();

    writeManyClasses(join(studio.home, 'runs', run, 'evaluations'), 1000);
    await studio.request('settings.change', { theme: 'dark' });
    await evaluate();
    const many = await savedDrawing(studio, dialog, 'Confusion matrix');
    expect(many.bytes).toBeLessThan(1_000_000);
    expect(many.ground).toBe('#171b21');
    expect(many.words).toEqual(['True class', 'Predicted class']);
    // Two pixels a class, and what is around.
    const picture = await savedPicture(studio, dialog, 'Confusion matrix');
    expect(picture).toMatchObject({ width: 2088, height: 2088 });
    expect(picture.colours).toBeGreaterThan(3);
    const rows = await savedRows(studio, dialog, 'Confusion matrix');
    expect(rows.map(({ length }) => length)).toEqual(Array<number>(1001).fill(1001));
    expect(rows[1]?.slice(0, 2)).toEqual(['class 0, "of many"', '40']);
  });
});
