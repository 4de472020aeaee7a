import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { violations } from './axe';
import { drawPicture } from './pictures';
import { openStudio, patience, type Studio } from './studio';

const perClass = 20;

/** Class folders, whose path is given. */
function writePictures(): string {
  const root = mkdtempSync(join(tmpdir(), 'residual-studio-changed-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const folder = join(root, 'shapes');
  for (const [label, name] of ['disc', 'square'].entries()) {
    mkdirSync(join(folder, name), { recursive: true });
    for (let number = 0; number < perClass; number += 1)
      writeFileSync(join(folder, name, `${number}.jpg`), drawPicture(label, number));
  }
  return folder;
}

async function stopAfterSomeSteps({ page }: Studio): Promise<void> {
  await page
    .getByText(/step ([3-9]|\d\d+) of/)
    .first()
    .waitFor({ timeout: patience });
  await page.getByRole('button', { name: 'Stop and save' }).click();
  await page.getByText('Stopped', { exact: true }).waitFor({ timeout: patience });
}

describe('a run whose dataset changed', () => {
  it(
    'says so where it is shown, goes on no further, and stays as it is',
    async () => {
      const folder = writePictures();
      const studio = await openStudio();
      const { page } = studio;
      await studio.give(folder);
      const dataset = await studio.request('datasets.import', { paths: [folder], options: { size: 32 } });
      const { run } = await studio.request('runs.start', {
        dataset: dataset.id,
        variant: 'resnet8',
        batch: 8,
        steps: 100_000,
        recipe: 'paper',
        name: 'Shapes',
        augmentation: 'none',
      });
      await studio.show('Runs');
      await page.getByRole('button', { name: 'Shapes', exact: true }).click();
      await stopAfterSomeSteps(studio);
      const changed = page.getByText('The dataset shapes has changed since this run was made.');
      expect(await changed.count()).toBe(0);

      writeFileSync(join(folder, 'disc', 'more.jpg'), drawPicture(0, 99));
      await studio.request('datasets.update', { dataset: dataset.id });
      await changed.waitFor();
      expect(await changed.innerText()).toContain('The run cannot be resumed with it');
      expect(await violations(studio)).toEqual([]);

      await page.getByRole('button', { name: 'Resume' }).click();
      await page.getByText('The run was not resumed').waitFor();
      await page.getByText('Start a new run, or put the files back').waitFor();
      const { summary } = await studio.request('runs.read', { run, from: 0 });
      expect(summary.state).toBe('stopped');

      await studio.show('Classify');
      await changed.waitFor();

      rmSync(join(folder, 'disc', 'more.jpg'));
      await studio.request('datasets.update', { dataset: dataset.id });
      await changed.waitFor({ state: 'detached' });
      await studio.request('datasets.remove', { dataset: dataset.id });
      await studio.show('Runs');
      await page.getByRole('button', { name: 'Shapes', exact: true }).click();
      await page.getByText('The dataset shapes is no longer in the store.').waitFor();
    },
    4 * 60_000,
  );
});
