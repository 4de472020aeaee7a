import type { Locator } from 'playwright-core';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sampleTraining } from '../src/shared/recipe/testing';
import { sampleConfig } from '../src/main/runs/testing';
import { makeHome, storeRuns, type StoredRun } from './stored-runs';
import { openStudio, patience, type Studio } from './studio';

const three: StoredRun[] = [
  { run: 'one', name: 'ResNet-20 on shapes', numbers: { steps: 40, validationError: 0.2, testError: 0.3 } },
  { run: 'two', name: 'ResNet-110 on shapes', state: 'stopped', numbers: { steps: 12, validationError: 0.1 } },
  { run: 'three', name: 'Plain-20 on birds', state: 'failed', numbers: { steps: 30 } },
];

async function openList(runs: readonly StoredRun[]): Promise<{ studio: Studio; home: string }> {
  const home = makeHome();
  await storeRuns(home, runs);
  const studio = await openStudio({ home });
  await studio.show('Runs');
  return { studio, home };
}

const list = ({ page }: Studio): Locator => page.getByRole('region', { name: 'Runs', exact: true });
const nameOf = (studio: Studio, name: string): Locator => list(studio).getByRole('button', { name, exact: true });
const shown = (studio: Studio): Promise<string[]> =>
  list(studio)
    .locator('tbody tr[data-run]')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-run') ?? ''));
const expectShown = (studio: Studio, ...runs: string[]) =>
  expect.poll(() => shown(studio), { timeout: patience }).toEqual(runs);
const inTrash = (home: string): string[] => {
  const folder = join(home, 'share', 'Trash', 'files');
  return existsSync(folder) ? readdirSync(folder).sort() : [];
};

async function choose({ page }: Studio, run: string, action: string): Promise<void> {
  await page.getByRole('button', { name: `Actions for ${run}` }).click();
  await page.getByRole('menuitem', { name: action, exact: true }).click();
}

describe('the list of runs', () => {
  it('keeps tags, notes, stars and names, and finds runs by them', async () => {
    const { studio, home } = await openList(three);
    const { page } = studio;
    await expectShown(studio, 'three', 'two', 'one');
    const cells = (run: string) => page.locator(`tr[data-run=${run}] td`).allInnerTexts();
    const createdAt = new Date(Date.UTC(2026, 0, 1, 12, 1));
    const clock = [createdAt.getHours(), createdAt.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
    expect((await cells('two')).map((text) => text.replace(/\s+/g, ' ').trim())).toEqual(
      expect.arrayContaining(['12 of 40', expect.stringMatching(`2026 ${clock}$`)]),
    );
    expect(await cells('one')).toContain('40');

    await choose(studio, 'ResNet-20 on shapes', 'Tags and note');
    await page.getByLabel('Tags', { exact: true }).fill('paper, to show');
    await page.getByLabel('Note', { exact: true }).fill('The baseline.\nSeed 1.');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: '#to show' }).waitFor();
    await page.getByRole('button', { name: 'Star Plain-20 on birds' }).click();
    await page.getByRole('button', { name: 'Star Plain-20 on birds', pressed: true }).waitFor();
    await nameOf(studio, 'ResNet-110 on shapes').focus();
    await page.keyboard.press('F2');
    await page.getByLabel('Name', { exact: true }).fill('Deep');
    await page.keyboard.press('Enter');
    await nameOf(studio, 'Deep').waitFor();

    await page.getByRole('searchbox').fill('BASELINE seed');
    await expectShown(studio, 'one');
    await page.getByRole('searchbox').fill('#pap');
    await expectShown(studio, 'one');
    await page.getByRole('searchbox').fill('nothing like this');
    await page.getByRole('heading', { name: 'No such run' }).waitFor();
    await page.getByRole('button', { name: 'Show all' }).click();
    await expectShown(studio, 'three', 'two', 'one');
    await page.getByLabel('Starred only').check();
    await expectShown(studio, 'three');

    await studio.restart();
    await studio.show('Runs');
    await nameOf(studio, 'Deep').waitFor();
    expect(await studio.request('runs.list', undefined)).toMatchObject([
      { run: 'three', starred: true },
      { run: 'two', name: 'Deep' },
      { run: 'one', tags: ['paper', 'to show'], note: 'The baseline.\nSeed 1.' },
    ]);
    const config = JSON.parse(readFileSync(join(home, 'runs', 'two', 'config.json'), 'utf8')) as object;
    expect(config).toMatchObject({ name: 'ResNet-110 on shapes' });
  });

  it('archives runs, alone and together', async () => {
    const { studio } = await openList(three);
    const { page } = studio;
    await choose(studio, 'Plain-20 on birds', 'Archive');
    await expectShown(studio, 'two', 'one');
    for (const name of ['ResNet-20 on shapes', 'ResNet-110 on shapes']) {
      await page.getByRole('checkbox', { name: `Select ${name}` }).check();
    }
    await page.getByRole('group', { name: '2 runs selected' }).getByRole('button', { name: 'Archive' }).click();
    await page.getByRole('heading', { name: 'Every run is archived' }).waitFor();
    await page.getByRole('radio', { name: 'Archived' }).check();
    await expectShown(studio, 'three', 'two', 'one');
    await choose(studio, 'ResNet-20 on shapes', 'Unarchive');
    await expectShown(studio, 'three', 'two');
    await page.getByRole('radio', { name: 'All', exact: true }).check();
    await expectShown(studio, 'three', 'two', 'one');
  });

  it('is sorted by each of its columns, in both directions', async () => {
    const { studio } = await openList(three);
    const head = (name: string) => studio.page.getByRole('columnheader', { name });
    for (const [column, direction, first, second] of [
      ['Run', 'ascending', ['three', 'one', 'two'], ['two', 'one', 'three']],
      ['State', 'ascending', ['one', 'two', 'three'], ['three', 'two', 'one']],
      ['Steps', 'descending', ['one', 'three', 'two'], ['two', 'three', 'one']],
      ['Validation error', 'ascending', ['two', 'one', 'three'], ['one', 'two', 'three']],
      ['Test error', 'ascending', ['one', 'three', 'two'], ['one', 'three', 'two']],
      ['Created', 'descending', ['three', 'two', 'one'], ['one', 'two', 'three']],
    ] as const) {
      await head(column).getByRole('button').click();
      await expectShown(studio, ...first);
      await expect.poll(() => head(column).getAttribute('aria-sort')).toBe(direction);
      await head(column).getByRole('button').click();
      await expectShown(studio, ...second);
      const other = direction === 'ascending' ? 'descending' : 'ascending';
      expect(await head(column).getAttribute('aria-sort')).toBe(other);
    }
  });

  it('goes by the keyboard alone, and opens and deletes by it', async () => {
    const { studio, home } = await openList(three);
    const { page } = studio;
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());
    await nameOf(studio, 'Plain-20 on birds').focus();
    for (const [key, name] of [
      ['ArrowDown', 'ResNet-110 on shapes'],
      ['End', 'ResNet-20 on shapes'],
      ['ArrowDown', 'ResNet-20 on shapes'],
      ['Home', 'Plain-20 on birds'],
      ['ArrowDown', 'ResNet-110 on shapes'],
    ] as const) {
      await page.keyboard.press(key);
      await expect.poll(focused).toBe(name);
    }
    await page.keyboard.press('Space');
    await page.getByRole('checkbox', { name: 'Select ResNet-110 on shapes', checked: true }).waitFor();
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menu', { name: 'Actions for ResNet-110 on shapes' }).waitFor();
    await page.keyboard.press('End');
    await expect.poll(focused).toMatch(/^Delete/);
    await page.keyboard.press('Escape');
    await expect.poll(focused).toBe('ResNet-110 on shapes');

    await page.keyboard.press('Delete');
    await expectShown(studio, 'three', 'one');
    await expect.poll(focused).toBe('ResNet-20 on shapes');
    await page.keyboard.press('Control+z');
    await expectShown(studio, 'three', 'two', 'one');
    expect(inTrash(home)).toEqual([]);
    await nameOf(studio, 'ResNet-110 on shapes').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'ResNet-110 on shapes' }).waitFor();
  });

  it('brings deleted runs back, or moves them to the trash', async () => {
    const { studio, home } = await openList(three);
    const { page } = studio;
    await choose(studio, 'ResNet-20 on shapes', 'Delete');
    await expectShown(studio, 'three', 'two');
    expect(existsSync(join(home, 'runs', 'one'))).toBe(false);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expectShown(studio, 'three', 'two', 'one');
    expect(existsSync(join(home, 'runs', 'one', 'metrics.jsonl'))).toBe(true);

    await choose(studio, 'ResNet-20 on shapes', 'Delete');
    await page.getByRole('button', { name: /^Dismiss: ResNet-20/ }).click();
    await expect.poll(() => inTrash(home), { timeout: patience }).toEqual(['one']);

    await page.getByRole('checkbox', { name: 'Select all' }).check();
    await page.getByRole('group', { name: '2 runs selected' }).getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('heading', { name: 'No run yet' }).waitFor();
    expect(inTrash(home)).toEqual(['one']);
    await studio.quit();
    expect(inTrash(home)).toEqual(['one', 'three', 'two']);
    expect(readdirSync(join(home, 'runs'))).toEqual([]);
  });

  it('exports a run as a zip, and takes it in by the dialog or by a drop', async () => {
    const { studio, home } = await openList(three);
    const { page, app } = studio;
    const path = join(home, 'exported.zip');
    await app.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
    }, path);
    const before = readFileSync(join(home, 'runs', 'one', 'metrics.jsonl'), 'utf8');
    await choose(studio, 'ResNet-20 on shapes', 'Export as zip');
    await page.getByText(`ResNet-20 on shapes was exported to ${path}.`).first().waitFor();

    for (const takeIn of [
      () => page.getByRole('button', { name: 'Import a run' }).click(),
      () => studio.show('Datasets').then(() => studio.drop(path)),
    ]) {
      await choose(studio, 'ResNet-20 on shapes', 'Delete');
      await expectShown(studio, 'three', 'two');
      await takeIn();
      await expectShown(studio, 'three', 'two', 'one');
      expect(readFileSync(join(home, 'runs', 'one', 'metrics.jsonl'), 'utf8')).toBe(before);
    }
    await studio.drop(path);
    await page.getByRole('alert').getByText('Run one is in the store already').waitFor();
  });

  it('copies the settings of a run into the form of a new one', async () => {
    const home = makeHome();
    const studio = await openStudio({ home });
    const { page } = studio;
    const dataset = await studio.request('datasets.importSample', undefined);
    const training = sampleTraining({ variant: 'resnet32', batch: 48, epochs: 7, weightDecay: 0.003, seed: 5 });
    await storeRuns(home, [
      {
        run: 'one',
        name: 'The model',
        config: { training, dataset: { ...sampleConfig.dataset, id: dataset.id, name: dataset.name } },
      },
    ]);
    await page.reload();
    await studio.show('Runs');
    await choose(studio, 'The model', 'Copy settings into a new run');
    await page.getByRole('heading', { level: 1, name: 'New run' }).waitFor();
    await page.getByText('With the settings of The model', { exact: true }).waitFor();
    expect(await page.getByLabel('Network', { exact: true }).inputValue()).toBe('resnet32');
    expect(await page.getByLabel('Batch size').inputValue()).toBe('48');
    expect(await page.getByRole('textbox', { name: 'Epochs' }).inputValue()).toBe('7');
    await page.getByText(/^More/).click();
    expect(await page.getByLabel('Weight decay').inputValue()).toBe('0.003');
    expect(await page.getByLabel('Seed').inputValue()).toBe('5');
    expect(await page.getByRole('button', { name: 'Start training' }).isEnabled()).toBe(true);
  });

  it('shows a damaged run as such: it cannot be opened, and can be deleted', async () => {
    const home = makeHome();
    await storeRuns(home, three);
    writeFileSync(join(home, 'runs', 'one', 'config.json'), '{"version":1,"run"');
    const studio = await openStudio({ home });
    const { page } = studio;
    await studio.show('Runs');
    const row = page.locator('tr[data-run=one]');
    await row.getByText('Damaged', { exact: true }).waitFor();
    await row.getByText(/config\.json is damaged/).waitFor();
    await row.getByRole('button', { name: 'one', exact: true }).click({ force: true });
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Runs');
    await page.getByRole('button', { name: 'Actions for one' }).click();
    expect(await page.getByRole('menuitem').allInnerTexts()).toEqual([expect.stringMatching(/^Delete/)]);
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await expect.poll(async () => (await shown(studio)).sort()).toEqual(['three', 'two']);
  });

  it('draws only the rows that are seen of 500, and reaches the last by the keyboard', async () => {
    const many = Array.from({ length: 500 }, (_, index) => ({ run: `run-${index}`, name: `Run ${index}` }));
    const { studio } = await openList(many);
    const { page } = studio;
    await nameOf(studio, 'Run 499').focus();
    expect((await shown(studio)).length).toBeLessThan(40);
    await page.keyboard.press('End');
    await nameOf(studio, 'Run 0').waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Run 0');
    expect((await shown(studio)).length).toBeLessThan(40);
    expect(await list(studio).getByRole('table').getAttribute('aria-rowcount')).toBe('501');
    await page.getByRole('searchbox').fill('run-250');
    await expectShown(studio, 'run-250');
  });
});
