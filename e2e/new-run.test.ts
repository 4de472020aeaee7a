import { Command } from 'commander';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addTrainOptions } from '../src/main/hosts/cli/commands/train-options';
import { flagOf } from '../src/main/hosts/cli/field-options';
import { sampleConfig } from '../src/main/runs/testing';
import { fieldNames } from '../src/shared/recipe/fields';
import { sampleTraining } from '../src/shared/recipe/testing';
import { wordsIn } from '../src/shared/words/words';
import { violations } from './axe';
import { sampleClasses } from './sample';
import { makeHome, storeRuns } from './stored-runs';
import { openStudio, patience, type Studio } from './studio';
import { writeWeights } from './weights';

const { window: words } = wordsIn(() => 'en');

/** Options of `train` that the form has in a place of their own. */
const controls: Readonly<Record<string, string>> = {
  dataset: words.train.dataset,
  model: words.train.network,
  plain: words.train.network,
  weights: words.train.origins.label,
  from: words.train.origins.label,
  'weights-classes': words.train.origins.classes,
  name: words.train.name,
  recipe: words.train.recipe,
  'checkpoint-every': words.keep.every,
  'checkpoint-minutes': words.keep.minutes,
  'keep-checkpoints': words.keep.kept,
};

/** Options of `train` that the form does not have, and why. */
const reasons: Readonly<Record<string, string>> = {
  steps: 'the form counts in epochs, and says how many steps they come to',
  device: 'is chosen in the settings, for all that computes',
  queue: 'every run of the window goes through its queue',
  json: 'is about what the command line prints',
};

async function openForm(studio: Studio): Promise<void> {
  await studio.request('datasets.importSample', undefined);
  await studio.show('Train');
  await studio.page.getByRole('heading', { level: 1, name: 'New run' }).waitFor();
}

const answerDialog = ({ app }: Studio, path: string): Promise<void> =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, path);

describe('the form of a new run', () => {
  it('has a control for each option of the command line, or a reason', async () => {
    const studio = await openStudio();
    const { page } = studio;
    await openForm(studio);
    await answerDialog(studio, join(studio.home, 'some.safetensors'));
    await page.getByLabel('Starts from', { exact: true }).selectOption('file');
    await page.getByLabel(words.train.origins.classes, { exact: true }).waitFor();
    for (const summary of await page.getByRole('form').locator('summary').all()) await summary.click();
    const options = addTrainOptions(new Command()).options.map(({ long }) => (long ?? '').replace(/^--(no-)?/, ''));
    const labels: Readonly<Record<string, unknown>> = words.train;
    const fields = Object.fromEntries(fieldNames.map((name) => [flagOf(name), labels[name]]));
    const unknown: string[] = [];
    for (const option of new Set(options)) {
      const label = controls[option] ?? fields[option];
      if (typeof label === 'string' && (await page.getByRole('form').getByLabel(label, { exact: true }).count()) > 0)
        continue;
      if (reasons[option] === undefined) unknown.push(option);
    }
    expect(unknown).toEqual([]);
    expect(await violations(studio)).toEqual([]);
  });

  it('keeps what was typed while one looks elsewhere, and names runs that are alike by numbers', async () => {
    const home = makeHome();
    await storeRuns(home, [{ run: 'earlier', name: 'ResNet-20 on Fashion-MNIST sample' }]);
    const studio = await openStudio({ home });
    const { page } = studio;
    await openForm(studio);
    const name = page.getByLabel('Name of the run', { exact: true });
    expect(await name.getAttribute('placeholder')).toBe('ResNet-20 on Fashion-MNIST sample 2');
    await name.fill('Mine');
    await page.getByLabel('Epochs', { exact: true }).fill('7');
    await page.getByText(/^More(, \d changed)?$/).click();
    await page.getByLabel('Shortcuts', { exact: true }).selectOption('C');
    await page.getByRole('button', { name: 'back to A: zero padding' }).waitFor();
    await page.getByLabel('Schedule', { exact: true }).selectOption('step');
    await page.getByLabel('Milestones', { exact: true }).fill('0.3,0.9');
    await studio.show('Datasets');
    await studio.show('Train');
    expect(await name.inputValue()).toBe('Mine');
    expect(await page.getByLabel('Epochs', { exact: true }).inputValue()).toBe('7');
    await page.getByText(/^More, [23] changed$/).click();
    expect(await page.getByLabel('Shortcuts', { exact: true }).inputValue()).toBe('C');
    const drops = page.getByLabel('Milestones', { exact: true });
    expect(await drops.inputValue()).toBe('0.3, 0.9');
    await drops.fill('0.3,2');
    await page.getByText('Needed: at most 100 fractions').waitFor();
    expect(await page.getByRole('button', { name: 'Start training' }).isDisabled()).toBe(true);
    await drops.fill('0.3,0.9');
    await page.getByRole('button', { name: 'Start training' }).click();
    await page.getByRole('heading', { level: 1, name: 'Mine' }).waitFor();
    const [{ run } = { run: '' }] = await studio.request('runs.list', undefined);
    const { training } = await studio.request('runs.config', { run });
    expect(training).toMatchObject({ shortcut: 'C', milestones: [0.3, 0.9], epochs: 7 });
    await page.getByRole('button', { name: 'New run' }).click();
    expect(await name.inputValue()).toBe('');
  });

  it('starts from the weights of a run or a file, and says what fits', async () => {
    const home = makeHome();
    const store = await storeRuns(home, [
      {
        run: 'trained',
        name: 'Trained',
        config: { training: sampleTraining({ variant: 'resnet14' }) },
        numbers: { validationError: 0.1 },
      },
    ]);
    const best = store.checkpoints.path('trained', 'best');
    mkdirSync(dirname(best), { recursive: true });
    await writeWeights(best, { variant: 'resnet14', shape: [28, 28, 1], classes: sampleConfig.dataset.classes });
    const studio = await openStudio({ home });
    const { page } = studio;
    await openForm(studio);
    const origin = page.getByLabel('Starts from', { exact: true });
    const fit = page.getByRole('form').getByRole('status');
    await origin.selectOption('trained');
    await page.getByLabel('Checkpoint', { exact: true }).waitFor();
    expect(await page.getByLabel('Network', { exact: true }).inputValue()).toBe('resnet');
    expect(await page.getByLabel('Depth', { exact: true }).inputValue()).toBe('14');

    // Another network has no use for the weights, which is said before the start.
    await page.getByLabel('Depth', { exact: true }).fill('20');
    await fit.getByText('does not fit').waitFor();
    expect(await page.getByRole('button', { name: 'Start training' }).isDisabled()).toBe(true);

    const file = join(home, 'clothing.safetensors');
    await writeWeights(file, { variant: 'resnet20', shape: [28, 28, 1], classes: sampleClasses });
    await answerDialog(studio, file);
    await origin.selectOption('file');
    await fit.getByText('All weights fit').waitFor();
    // The file says otherwise than whoever knows better.
    const others = ['Cap', ...sampleClasses.slice(1)];
    await page.getByLabel('Classes of its last layer', { exact: true }).fill(others.join('\n'));
    await fit.getByText('The head keeps the rows of 9 of 10 classes').waitFor();
    await page.getByLabel('Classes of its last layer', { exact: true }).fill('');
    await fit.getByText('All weights fit').waitFor();
    expect(await origin.locator('option:checked').innerText()).toBe('The file clothing.safetensors');
    expect(await violations(studio)).toEqual([]);
    await page.getByLabel('Epochs', { exact: true }).fill('1');
    await page.getByRole('button', { name: 'Start training' }).click();
    await page.getByRole('heading', { level: 1, name: /^ResNet-20 on/ }).waitFor({ timeout: patience });
    const [{ run } = { run: '' }] = await studio.request('runs.list', undefined);
    expect((await studio.request('runs.config', { run })).weights?.source).toBe(file);
  });
});
