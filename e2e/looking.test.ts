import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sampleConfig } from '../src/main/runs/testing';
import { sampleTraining } from '../src/shared/recipe/testing';
import { violations } from './axe';
import { sampleClasses, testPicture, writeTestPicture } from './sample';
import { makeHome, storeRuns } from './stored-runs';
import { openStudio, patience, type Studio } from './studio';
import { writeWeights } from './weights';

/** A home with a run whose weights can classify pictures like the sample's. */
async function homeWithNetwork(): Promise<string> {
  const home = makeHome();
  const dataset = { ...sampleConfig.dataset, shape: [28, 28, 1] as const, classes: sampleClasses };
  const store = await storeRuns(home, [
    { run: 'able', name: 'Able', config: { dataset, training: sampleTraining({ variant: 'resnet8' }) } },
  ]);
  const best = store.checkpoints.path('able', 'best');
  mkdirSync(dirname(best), { recursive: true });
  await writeWeights(best, { variant: 'resnet8', shape: [28, 28, 1], classes: sampleClasses });
  return home;
}

const focused = ({ page }: Studio): Promise<string> =>
  page.evaluate(() => document.activeElement?.querySelector('canvas')?.getAttribute('aria-label') ?? '');

describe('pictures', () => {
  it('of a class are looked at one by one and page by page, by keyboard too', async () => {
    const studio = await openStudio();
    const { page } = studio;
    const dataset = await studio.request('datasets.importSample', undefined);
    await studio.show('Datasets');
    const first = page.getByRole('button', { name: 'Bag, sample 1', exact: true });
    await first.waitFor();
    await first.press('Enter');
    const viewer = page.getByRole('dialog', { name: 'Bag', exact: true });
    await viewer.getByRole('heading', { level: 3, name: /^Training picture [\d,]+$/ }).waitFor();
    const counts = dataset.classes.find(({ name }) => name === 'Bag');
    const count = (counts?.train ?? 0) + (counts?.validation ?? 0) + (counts?.test ?? 0);
    await viewer.getByText(`1 of ${count.toLocaleString('en')}`, { exact: true }).waitFor();
    expect(await violations(studio)).toEqual([]);
    await page.keyboard.press('ArrowRight');
    await viewer.getByText(`2 of ${count.toLocaleString('en')}`, { exact: true }).waitFor();
    // The last is of the test split: all pictures are there.
    await page.keyboard.press('End');
    await viewer.getByRole('heading', { level: 3, name: /^Test picture [\d,]+$/ }).waitFor();
    await viewer.getByRole('button', { name: 'All pictures' }).click();
    await viewer.getByRole('button', { name: 'Previous page' }).click();
    await expect.poll(() => viewer.getByRole('group').locator('canvas').count(), { timeout: patience }).toBe(48);
    expect(await violations(studio)).toEqual([]);
    await page.keyboard.press('Escape');
    await viewer.waitFor({ state: 'hidden' });
    expect(await focused(studio)).toBe('Bag, sample 1');
  });

  it('in a folder that is dropped on Classify are classified, and looked at with their probabilities', async () => {
    const studio = await openStudio({ home: await homeWithNetwork() });
    const { page } = studio;
    const folder = join(studio.home, 'mine');
    mkdirSync(join(folder, 'below'), { recursive: true });
    const paths = [writeTestPicture(folder, 0), writeTestPicture(join(folder, 'below'), 1)];
    writeFileSync(join(folder, 'notes.txt'), 'no picture');
    expect(paths.map((_, index) => testPicture(index).side)).toEqual([28, 28]);
    await studio.show('Classify');
    await studio.drop(folder);
    for (const name of ['test-0.png', 'test-1.png']) {
      await page.getByRole('article', { name, exact: true }).waitFor({ timeout: patience });
    }
    await page.getByRole('button', { name: 'test-0.png, as the network saw it' }).click();
    const viewer = page.getByRole('dialog', { name: 'Results', exact: true });
    await viewer.getByRole('heading', { level: 3, name: 'test-0.png' }).waitFor();
    await expect.poll(() => viewer.getByRole('listitem').count()).toBe(5);
    await viewer.getByText(join(folder, 'test-0.png')).waitFor();
    await viewer.getByRole('button', { name: 'Close' }).click();
    expect(await focused(studio)).toBe('test-0.png, as the network saw it');
  });
});

describe('weights that are dropped', () => {
  it('are known by their names wherever they fall, and lead to a run or to what makes them one', async () => {
    const studio = await openStudio({ home: await homeWithNetwork() });
    const { page } = studio;
    await studio.request('datasets.importSample', undefined);
    const [pytorch, own] = ['resnet20.pth', 'resnet20.safetensors'].map((name) => join(studio.home, name));
    writeFileSync(pytorch as string, 'PK');
    await writeWeights(own as string, { variant: 'resnet20', shape: [28, 28, 1], classes: sampleClasses });
    for (const view of ['Classify', 'Datasets']) {
      await studio.show(view);
      await studio.drop(pytorch as string);
      const notice = page.getByText('torch.load("resnet20.pth", map_location="cpu", weights_only=True)');
      await notice.waitFor();
      await page.getByRole('button', { name: /^Dismiss: resnet20.pth/ }).click();
      await notice.waitFor({ state: 'hidden' });
    }
    await studio.show('Classify');
    await studio.drop(own as string);
    await page.getByRole('button', { name: 'Start a run from it' }).click();
    await page.getByRole('heading', { level: 1, name: 'New run' }).waitFor();
    const chosen = page.getByLabel('Starts from', { exact: true }).locator('option:checked');
    expect(await chosen.innerText()).toBe('The file resnet20.safetensors');
    await page.getByText('All weights fit').waitFor();
  });
});

describe('a data folder that was changed', () => {
  it('is told of at the next start, and what lies in the one before is moved', async () => {
    const [home, former] = [makeHome(), makeHome()];
    await storeRuns(former, [{ run: 'before', name: 'From before' }]);
    mkdirSync(join(home, 'settings'), { recursive: true });
    const settings = { tourTaken: true, formerDataFolder: former };
    writeFileSync(join(home, 'settings', 'settings.json'), JSON.stringify(settings));
    const studio = await openStudio({ home });
    const { page } = studio;
    await page.getByText(`in the one before, ${former}, is not shown here (runs: 1, datasets: 0).`).first().waitFor();
    await studio.show('Runs');
    await page.getByRole('button', { name: 'Move them here' }).click();
    await page.getByRole('row').getByRole('button', { name: 'From before', exact: true }).waitFor();
    expect(readdirSync(join(home, 'runs'))).toContain('before');
  });
});

describe('runs', () => {
  it('that were interrupted are told of once, and several are tagged and exported together', async () => {
    const home = makeHome();
    await storeRuns(home, [
      { run: 'one', name: 'lr 0.1/0.01: "best"?' },
      { run: 'two', name: 'Twin' },
      { run: 'three', name: 'Twin' },
      { run: 'cut', name: 'Cut short', state: 'interrupted' },
    ]);
    const studio = await openStudio({ home });
    const { page } = studio;
    const told = page.getByText('Cut short was interrupted. What it had learnt');
    await told.first().waitFor();
    await page.getByRole('button', { name: 'Resume' }).first().waitFor();
    await studio.restart();
    await studio.show('Runs');
    await studio.page.locator('tr[data-run=one]').waitFor();
    expect(await studio.page.getByText('Cut short was interrupted. What').count()).toBe(0);

    const steps = studio.page.getByRole('columnheader', { name: 'Steps' });
    await steps.waitFor();
    await studio.page.getByText('Columns', { exact: true }).click();
    await studio.page.getByRole('group', { name: 'Columns' }).getByLabel('Steps', { exact: true }).uncheck();
    await steps.waitFor({ state: 'detached' });
    expect(await violations(studio)).toEqual([]);
    await studio.page.getByText('Columns', { exact: true }).click();

    const folder = join(home, 'exported');
    mkdirSync(folder);
    await studio.app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
    }, folder);
    await studio.page.getByLabel('Select all listed runs').check();
    const bar = studio.page.getByRole('group', { name: '4 runs selected' });
    await bar.getByRole('button', { name: 'Add tags' }).click();
    const dialog = studio.page.getByRole('dialog', { name: 'Tags for 4 runs' });
    await dialog.getByLabel('Tags', { exact: true }).fill('paper, again');
    await studio.page.keyboard.press('Enter');
    await expect
      .poll(async () => (await studio.request('runs.list', undefined)).map(({ tags }) => tags.join()))
      .toEqual(Array<string>(4).fill('paper,again'));
    await bar.getByRole('button', { name: 'Export', exact: true }).click();
    await studio.page.getByText(`4 runs are in ${folder}.`).first().waitFor();
    expect(readdirSync(folder).sort()).toEqual([
      'Cut short.zip',
      'Twin (2).zip',
      'Twin.zip',
      'lr 0.1-0.01- -best-.zip',
    ]);
  });

  it('give their curves all the room in a comparison, and show all of their settings', async () => {
    const home = makeHome();
    await storeRuns(home, [{ run: 'one' }, { run: 'two' }]);
    const studio = await openStudio({ home });
    const { page } = studio;
    await studio.show('Runs');
    await page.getByLabel('Select all listed runs').check();
    await page.getByRole('button', { name: /^Compare/ }).click();
    const curves = page.getByRole('region', { name: 'Curves of the runs', exact: true });
    const width = async () => (await curves.boundingBox())?.width ?? 0;
    await curves.waitFor();
    const before = await width();
    await page.getByRole('button', { name: 'Enlarge Curves of the runs' }).click();
    await expect.poll(width).toBeGreaterThan(before + 100);
    await page.keyboard.press('Escape');
    await expect.poll(width).toBe(before);
    await page.getByRole('button', { name: 'All runs' }).click();
    await page.getByRole('row').getByRole('button', { name: 'one', exact: true }).click();
    await page.getByText('All settings', { exact: true }).click();
    const settings = page.getByRole('region', { name: 'All settings' });
    await settings.getByRole('row', { name: 'Learning rate 0.1' }).waitFor();
    expect(await settings.getByRole('row').count()).toBeGreaterThan(20);
    expect(await violations(studio)).toEqual([]);
  });
});
