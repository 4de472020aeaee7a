import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { violations } from './axe';
import { openStudio, patience, projectFolder } from './studio';

const pictures = process.env['SCREENSHOTS'];

describe('evaluating a run', () => {
  it('shows the confusion matrix, the pairs with their pictures and the classes', async () => {
    const studio = await openStudio();
    const { page } = studio;
    const shot = async (name: string) => {
      if (pictures === undefined) return;
      mkdirSync(join(projectFolder, pictures), { recursive: true });
      await page.screenshot({ path: join(projectFolder, pictures, `${name}.png`) });
    };
    const dataset = await studio.request('datasets.importSample', undefined);
    const { run } = await studio.request('runs.start', {
      name: 'Judged',
      dataset: dataset.id,
      variant: 'resnet8',
      batch: 64,
      steps: 60,
      learningRate: 0.05,
      augmentation: 'none',
    });
    const state = async () => (await studio.request('runs.read', { run, from: 0 })).summary.state;
    await expect.poll(state, { timeout: patience }).toBe('finished');

    await studio.show('Runs');
    await page.getByRole('button', { name: 'Judged', exact: true }).click();
    await page.getByRole('button', { name: 'Evaluate' }).click();
    const dialog = page.getByRole('dialog', { name: 'Evaluation' });
    const matrix = dialog.getByRole('application', { name: /^Confusion matrix/ });
    await matrix.waitFor({ timeout: patience });
    const kept = await studio.request('evaluations.read', { run });
    if (!kept) throw new Error('the evaluation was not kept');
    expect(kept.pictures).toBe(1000);
    await dialog.getByText(`${(kept.top1Error * 100).toFixed(2)} %`, { exact: true }).waitFor();

    await matrix.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    const count = kept.confusionMatrix[0]?.[1] ?? NaN;
    const names = kept.classes.map(({ name }) => name);
    await dialog.getByText(`${names[0]} predicted as ${names[1]}: ${count} (`).waitFor();
    await shot('evaluation-matrix');
    expect(await violations(studio)).toEqual([]);

    await dialog.getByRole('radio', { name: 'Most confused' }).check();
    const [pair] = await dialog.getByRole('listitem').getByRole('button').all();
    if (!pair) throw new Error('nothing is confused');
    await pair.press('Enter');
    const shown = dialog.getByRole('region', { name: 'Pictures of the chosen cell' });
    await shown.getByRole('img').first().waitFor();
    const pairText = await shown.getByText(/predicted as/).innerText();
    const [truth = '', predicted = ''] = pairText.split(' predicted as ');
    const expected = kept.confusionMatrix[names.indexOf(truth)]?.[names.indexOf(predicted)] ?? NaN;
    expect(await shown.getByRole('img').count()).toBe(Math.min(60, expected));
    await shot('evaluation-pairs');

    await dialog.getByRole('radio', { name: 'Classes' }).check();
    const worst = [...kept.classes].sort((a, b) => a.f1 - b.f1)[0];
    expect(await dialog.getByRole('listitem').first().innerText()).toContain(worst?.name);
    await shot('evaluation-classes');
    await studio.request('settings.change', { theme: 'dark' });
    expect(await violations(studio)).toEqual([]);
    await dialog.getByRole('radio', { name: 'Training' }).check();
    await dialog.getByRole('radio', { name: 'Confusion matrix' }).check();
    await dialog.getByText('5,400', { exact: true }).waitFor({ timeout: patience });
    await shot('evaluation-dark');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  });
});
