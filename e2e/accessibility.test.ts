import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { violations } from './axe';
import { makeHome, storeRuns } from './stored-runs';
import { openStudio, patience, projectFolder, type Studio } from './studio';

const themes = ['light', 'dark'] as const;
const picture = join(projectFolder, 'resources', 'icons', 'icon.png');

/** Both themes, and Korean, whose words are of other widths and whose names and descriptions are texts of their own. */
const looks = [
  { theme: 'light', language: 'en' },
  { theme: 'dark', language: 'en' },
  { theme: 'light', language: 'ko' },
] as const;

/** Opens a view in whatever language. */
async function open({ page }: Studio, view: string): Promise<void> {
  await page.locator(`nav [data-view=${view}]`).click();
  await page.locator(`nav [data-view=${view}][aria-current=page]`).waitFor();
  await page.getByRole('heading', { level: 1 }).waitFor();
}

/** Looks at every view in every look. */
async function expectNoViolation(studio: Studio, views: readonly string[]): Promise<void> {
  for (const look of looks) {
    await studio.request('settings.change', look);
    await studio.page.reload();
    for (const view of views) {
      await open(studio, view);
      await settled(studio);
      expect([look, view, await violations(studio)]).toEqual([look, view, []]);
    }
  }
}

/** Nothing is on its way any more: pictures, curves, and the transitions that would blur a contrast. */
async function settled({ page }: Studio): Promise<void> {
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
}

describe('every view', () => {
  it('is accessible while there is nothing yet', async () => {
    const studio = await openStudio();
    await expectNoViolation(studio, ['datasets', 'train', 'runs', 'classify', 'settings']);
  });

  it('is accessible with a dataset, a run and classified pictures', async () => {
    const studio = await openStudio();
    const dataset = await studio.request('datasets.importSample', undefined);
    const { run } = await studio.request('runs.start', {
      dataset: dataset.id,
      variant: 'resnet8',
      batch: 32,
      steps: 8,
    });
    const state = async () => (await studio.request('runs.read', { run, from: 0 })).summary.state;
    await expect.poll(state, { timeout: patience }).toBe('finished');

    await expectNoViolation(studio, ['datasets', 'train', 'runs', 'settings']);
    for (const look of looks) {
      await studio.request('settings.change', look);
      await studio.page.reload();
      await open(studio, 'classify');
      await studio.drop(picture);
      await studio.page.getByRole('article', { name: 'icon.png' }).waitFor();
      await settled(studio);
      expect([look, 'classify', await violations(studio)]).toEqual([look, 'classify', []]);
    }
    await open(studio, 'runs');
    await studio.page
      .getByRole('rowheader')
      .getByRole('button', { name: /^ResNet-8/ })
      .click();
    await studio.page.getByRole('tree').waitFor();
    await settled(studio);
    expect(['run', await violations(studio)]).toEqual(['run', []]);
  });

  it('is accessible with the layers of a run by depth and the details of one', async () => {
    const studio = await openStudio();
    const { page } = studio;
    const dataset = await studio.request('datasets.importSample', undefined);
    const { run } = await studio.request('runs.start', {
      dataset: dataset.id,
      variant: 'resnet8',
      batch: 32,
      steps: 24,
    });
    const state = async () => (await studio.request('runs.read', { run, from: 0 })).summary.state;
    await expect.poll(state, { timeout: patience }).toBe('finished');
    for (const theme of themes) {
      await studio.request('settings.change', { theme });
      await page.reload();
      await studio.show('Runs');
      await page
        .getByRole('row')
        .getByRole('button', { name: /^ResNet-8/ })
        .click();
      await page.getByLabel('Colour by').selectOption('gradient');
      await page.getByLabel('Find a layer').fill('conv');
      await page.getByRole('option', { name: 'conv1', exact: true }).waitFor();
      await settled(studio);
      expect([theme, 'search', await violations(studio)]).toEqual([theme, 'search', []]);
      await page.keyboard.press('Escape');
      for (const tab of ['Gradient flow', 'Block contribution']) {
        await page.getByRole('radio', { name: tab }).check({ force: true });
        await settled(studio);
        expect([theme, tab, await violations(studio)]).toEqual([theme, tab, []]);
      }
      await page.getByRole('treeitem', { name: /^conv1:/ }).click();
      await page.getByText(/weights of step 24/).waitFor();
      await settled(studio);
      expect([theme, 'details', await violations(studio)]).toEqual([theme, 'details', []]);
    }
  });

  it('is accessible with a long list of runs, its menu, its dialog and its offers', async () => {
    const home = makeHome();
    const long = 'A name that is long enough to be cut off. '.repeat(4).trim();
    await storeRuns(
      home,
      ['First', 'Second', 'Third', long].map((name, index) => ({ run: `run-${index}`, name })),
    );
    const studio = await openStudio({ home });
    const { page } = studio;
    await studio.request('runs.label', { run: 'run-0', labels: { tags: ['paper'], note: 'A note', starred: true } });
    for (const theme of themes) {
      await studio.request('settings.change', { theme });
      await page.reload();
      await studio.show('Runs');
      const expectNone = async (what: string) => {
        await settled(studio);
        expect([theme, what, await violations(studio)]).toEqual([theme, what, []]);
      };
      await page.getByRole('checkbox', { name: 'Select First' }).check();
      await expectNone('list');
      await page.getByRole('button', { name: 'Actions for First' }).click();
      await expectNone('menu');
      await page.getByRole('menuitem', { name: 'Tags and note' }).click();
      await expectNone('dialog');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Actions for Second' }).click();
      await page.getByRole('menuitem', { name: 'Delete' }).click();
      await page.getByRole('button', { name: 'Undo' }).waitFor();
      await expectNone('offer');
      await page.getByRole('button', { name: 'Undo' }).click();
      await page.getByRole('button', { name: 'Second', exact: true }).waitFor();
    }
  });
});
