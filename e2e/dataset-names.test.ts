import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { drawPicture } from './pictures';
import { openStudio, patience, projectFolder, type Studio } from './studio';

const long = 'n01440764 a species of fish that an angler from a village has named';
const screenshots = process.env['SCREENSHOTS'];

/** A folder with training and validation pictures of three classes, and none for test. */
function writeFolders(): string {
  const folder = mkdtempSync(join(tmpdir(), 'residual-studio-names-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [split, count] of [
    ['train', 12],
    ['val', 4],
  ] as const) {
    for (const [label, name] of [`${long} first`, 'owl', 'fox'].entries()) {
      mkdirSync(join(folder, split, name), { recursive: true });
      for (let number = 0; number < count; number += 1) {
        const picture = drawPicture(label, number + (split === 'val' ? 100 : 0));
        writeFileSync(join(folder, split, name, `${number}.jpg`), picture);
      }
    }
  }
  return folder;
}

async function setSize({ app, page }: Studio, width: number, height: number): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, [width, height]) => BrowserWindow.getAllWindows()[0]?.setContentSize(width, height),
    [width, height] as const,
  );
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width);
}

async function shot({ page }: Studio, name: string): Promise<void> {
  if (screenshots === undefined) return;
  mkdirSync(join(projectFolder, screenshots), { recursive: true });
  await page.screenshot({ path: join(projectFolder, screenshots, `${name}.png`) });
}

const isCut = (element: Element): boolean =>
  element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight + 1;

describe('a dataset in the window', () => {
  it('shows long names of classes, and offers no split without pictures', async () => {
    const studio = await openStudio();
    const { page } = studio;
    const folder = writeFolders();
    await studio.give(folder);
    const dataset = await studio.request('datasets.import', { paths: [folder], name: 'Animals' });
    await setSize(studio, 1440, 900);
    const name = page.getByTitle(`${long} first`, { exact: true });
    await name.waitFor();
    await shot(studio, 'names');
    expect(await name.evaluate(isCut)).toBe(false);

    const { run } = await studio.request('runs.start', {
      name: 'Untested',
      dataset: dataset.id,
      variant: 'resnet8',
      batch: 12,
      steps: 3,
      learningRate: 0.05,
    });
    const state = async () => (await studio.request('runs.read', { run, from: 0 })).summary.state;
    await expect.poll(state, { timeout: patience }).toBe('finished');
    await studio.show('Runs');
    await page.getByRole('button', { name: 'Untested', exact: true }).click();
    await page.getByRole('button', { name: 'Evaluate' }).click();
    const dialog = page.getByRole('dialog', { name: 'Evaluation' });
    await dialog.getByText('Animals has no test pictures.', { exact: true }).waitFor();
    expect(await dialog.getByRole('radio', { name: 'Test' }).isDisabled()).toBe(true);
    expect(await dialog.getByRole('radio', { name: 'Validation' }).isChecked()).toBe(true);
    await dialog.getByRole('application', { name: /^Confusion matrix/ }).waitFor({ timeout: patience });
    await shot(studio, 'names-evaluation');
    expect(await dialog.getByRole('alert').count()).toBe(0);
  });

  it('says all of its counts in a small window, in Korean', async () => {
    const studio = await openStudio();
    const { page } = studio;
    await studio.request('settings.change', { language: 'ko' });
    await page.reload();
    await studio.request('datasets.importSample', undefined);
    await setSize(studio, 1024, 700);
    const counts = page.getByTitle(/^학습 5,400장/);
    await counts.waitFor();
    await shot(studio, 'counts');
    expect(await counts.innerText()).toMatch(/테스트 1,000장/);
    expect(await counts.evaluate(isCut)).toBe(false);
  });
});
