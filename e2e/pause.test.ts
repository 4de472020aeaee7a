import { describe, expect, it } from 'vitest';
import { openStudio, patience } from './studio';

describe('a run that is watched', () => {
  it(
    'is paused, goes on, is trained further, and another one branches from it',
    async () => {
      const studio = await openStudio();
      const { page } = studio;
      const dataset = await studio.request('datasets.importSample', undefined);
      const { run } = await studio.request('runs.start', {
        dataset: dataset.id,
        variant: 'resnet8',
        batch: 128,
        epochs: 2,
        recipe: 'paper',
        name: 'Held',
        augmentation: 'none',
        checkpoints: { every: 1, keep: 1 },
      });
      const stateOf = async () =>
        (await studio.request('runs.list', undefined)).find((each) => each.run === run)?.state;
      await studio.show('Runs');
      await page.getByRole('button', { name: 'Held', exact: true }).click();
      await page.getByRole('button', { name: 'Pause' }).click({ timeout: patience });
      await page.getByText('Paused', { exact: true }).waitFor({ timeout: patience });
      expect(await stateOf()).toBe('paused');
      const done = await studio.request('runs.read', { run, from: 0 });
      await page.reload();
      await page.getByRole('button', { name: 'Held', exact: true }).click();
      await page.getByRole('button', { name: 'Continue' }).waitFor();
      const still = await studio.request('runs.read', { run, from: 0 });
      expect(still.events.length).toBe(done.events.length);
      await page.getByRole('button', { name: 'Continue' }).press('Enter');
      await page.getByText('Finished', { exact: true }).waitFor({ timeout: 2 * patience });

      await page.getByRole('button', { name: 'Train further' }).click();
      const dialog = page.getByRole('dialog', { name: 'Train further' });
      expect(await dialog.getByLabel('Total epochs').inputValue()).toBe('3');
      await dialog.getByRole('button', { name: 'Train further' }).click();
      await expect.poll(stateOf, { timeout: patience }).not.toBe('finished');
      await page.getByText('Finished', { exact: true }).waitFor({ timeout: 2 * patience });

      await page.getByRole('button', { name: 'Branch' }).click();
      await page.getByText('Starts from the best weights of Held').waitFor();
      await page.getByRole('button', { name: 'Start training' }).click();
      await page.getByText(/^Branched from Held, checkpoint best, step \d/).waitFor({ timeout: patience });
    },
    6 * 60_000,
  );
});
