import AxeBuilder from '@axe-core/playwright';
import AdmZip from 'adm-zip';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { drawPicture } from './pictures';
import { openStudio, patience, type Studio } from './studio';

const classes = ['circle', 'square', 'disc'];
const perClass = 24;

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'residual-studio-import-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** An archive of class folders with five things that are wrong. */
function writeArchive(folder: string): string {
  const zip = new AdmZip();
  for (const [label, name] of classes.entries()) {
    for (let number = 0; number < perClass; number += 1)
      zip.addFile(`${name}/${number}.jpg`, drawPicture(label, number));
  }
  const whole = drawPicture(0, 200);
  zip.addFile('circle/cut.jpg', whole.subarray(0, whole.length / 2));
  zip.addFile('square/words.jpg', Buffer.from('These are words, and no picture.'));
  zip.addFile('disc/nothing.jpg', Buffer.alloc(0));
  zip.addFile('circle/again.jpg', drawPicture(0, 3));
  zip.addFile('disc/stray.jpg', drawPicture(1, 5));
  zip.addFile('.DS_Store', Buffer.from('hidden'));
  const path = join(folder, 'shapes.zip');
  writeFileSync(path, zip.toBuffer());
  return path;
}

/** Everything below the datasets of the store. */
function stored(studio: Studio): string[] {
  try {
    return readdirSync(join(studio.home, 'datasets'));
  } catch {
    return [];
  }
}

async function imported({ page }: Studio, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Train a network on it' }).waitFor({ timeout: patience });
  await page.getByRole('heading', { level: 2, name, exact: true }).waitFor();
}

const axeOn = async (studio: Studio) => new AxeBuilder({ page: studio.page }).setLegacyMode().analyze();

describe('an archive with mistakes', () => {
  it('is looked into, changed, imported with each mistake named, and trained on', async () => {
    const studio = await openStudio();
    const { page } = studio;
    await studio.drop(writeArchive(temporaryFolder()));
    await page.getByRole('heading', { level: 2, name: 'shapes.zip' }).waitFor({ timeout: patience });
    expect(stored(studio).filter((name) => !name.startsWith('.'))).toEqual([]);
    for (const name of classes) {
      expect(await page.getByLabel(`Name of the class ${name}`).inputValue()).toBe(name);
    }
    await page
      .getByRole('img', { name: /^circle, picture/ })
      .first()
      .waitFor();
    expect((await axeOn(studio)).violations).toEqual([]);

    // Two classes of one name are one.
    await page.getByLabel('Name of the class disc').fill('circle');
    await page.getByText('3 in the source become 2').waitFor();
    await page.getByLabel('Name', { exact: true }).fill('Shapes');
    await page.getByLabel('For test').fill('20');
    await page.getByRole('button', { name: 'Import', exact: true }).click();

    await imported(studio, 'Shapes');
    const [dataset] = await studio.request('datasets.list', undefined);
    expect(dataset?.classes.map(({ name }) => name)).toEqual(['circle', 'square']);
    const [circle, square] = dataset?.classes ?? [];
    expect((circle?.train ?? 0) + (circle?.validation ?? 0) + (circle?.test ?? 0)).toBe(2 * perClass + 2);
    expect((square?.train ?? 0) + (square?.validation ?? 0) + (square?.test ?? 0)).toBe(perClass);
    expect(square?.test).toBeGreaterThan(0);

    const problems = page.getByRole('list', { name: 'Problems' });
    for (const [title, file] of [
      ['Truncated', 'cut.jpg'],
      ['Not a picture', 'words.jpg'],
      ['Empty', 'nothing.jpg'],
      ['The same picture twice', 'again.jpg'],
      ['The same picture in two classes', 'stray.jpg'],
    ] as const) {
      await problems.getByRole('heading', { name: title, exact: true }).waitFor();
      await problems.getByText(file).first().waitFor();
    }

    await studio.request('runs.start', { dataset: dataset?.id ?? '', variant: 'resnet8', batch: 16, steps: 20 });
    await expect
      .poll(async () => (await studio.request('runs.list', undefined))[0]?.state, { timeout: 2 * patience })
      .toBe('finished');
  });
});

describe('a table that does not say which column holds the classes', () => {
  it('is asked about, with samples of each column', async () => {
    const studio = await openStudio();
    const { page } = studio;
    const folder = join(temporaryFolder(), 'patients');
    mkdirSync(join(folder, 'scans'), { recursive: true });
    const rows = Array.from({ length: 24 }, (_, number) => {
      writeFileSync(join(folder, 'scans', `${number}.jpg`), drawPicture(number % 2, number));
      return `${number},${40 + (number % 7)},${number % 2 === 0 ? 'good' : 'poor'},${number % 4}`;
    });
    writeFileSync(join(folder, 'patients.csv'), ['image_id,age,outcome,fold', ...rows].join('\n'));
    await studio.drop(folder);
    await page.getByText('Choose the column that holds the classes.').waitFor({ timeout: patience });
    expect(await page.getByRole('button', { name: 'Import', exact: true }).isDisabled()).toBe(true);
    expect(await page.getByLabel('Pictures', { exact: true }).first().inputValue()).toBe('image_id');
    expect((await axeOn(studio)).violations).toEqual([]);

    await page
      .getByRole('region', { name: 'Columns of the table' })
      .getByLabel('Classes', { exact: true })
      .selectOption({ label: 'outcome: good, poor' });
    await page.getByLabel('Name of the class poor').waitFor({ timeout: patience });
    await page.getByLabel('Fold for validation').selectOption('3');
    await expect.poll(() => page.getByLabel('Fold for validation').inputValue(), { timeout: patience }).toBe('3');
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await imported(studio, 'patients');
    const [dataset] = await studio.request('datasets.list', undefined);
    expect(dataset?.classes.map(({ name, validation }) => [name, validation])).toEqual([
      ['good', 0],
      ['poor', 6],
    ]);
  });
});

describe('an import that is cancelled half-way', () => {
  it('leaves nothing, and what was chosen is still there', async () => {
    const studio = await openStudio();
    const { page } = studio;
    const folder = join(temporaryFolder(), 'many');
    for (const [label, name] of classes.entries()) {
      mkdirSync(join(folder, name), { recursive: true });
      for (let number = 0; number < 500; number += 1)
        writeFileSync(join(folder, name, `${number}.jpg`), drawPicture(label, number, 640));
    }
    await studio.drop(folder);
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.getByText(/\d+ of 1,500/).waitFor({ timeout: patience });
    await page.getByRole('button', { name: 'Cancel: Importing many' }).click();
    await page.getByText('Nothing is kept yet.').waitFor();
    await expect.poll(() => stored(studio), { timeout: patience }).toEqual([]);
    expect(await studio.request('datasets.list', undefined)).toEqual([]);
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await page.getByRole('heading', { name: /^Drop .* here/ }).waitFor();
  });
});

describe('a source that changed', () => {
  it('is imported again in its place, and the difference is told', async () => {
    const studio = await openStudio();
    const { page } = studio;
    const folder = join(temporaryFolder(), 'growing');
    const write = (name: string, label: number, number: number): void => {
      mkdirSync(join(folder, name), { recursive: true });
      writeFileSync(join(folder, name, `${number}.jpg`), drawPicture(label, number));
    };
    for (let number = 0; number < 10; number += 1) {
      write('circle', 0, number);
      write('square', 1, number);
    }
    await studio.drop(folder);
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await imported(studio, 'growing');
    for (let number = 10; number < 15; number += 1) write('owl', 2, number);
    rmSync(join(folder, 'circle', '0.jpg'));

    await studio.drop(folder);
    await page.getByRole('button', { name: 'Update growing' }).click();
    await page
      .getByText('5 pictures added, 1 removed, 0 in another class; new class owl')
      .waitFor({ timeout: patience });
    expect(await studio.request('datasets.list', undefined)).toHaveLength(1);
  });
});
