import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { violations } from './axe';
import { openStudio, sampleFolder, type Studio } from './studio';

/** What the panel shows, in one word: a hash of the pixels of all its pictures. */
async function drawn({ page }: Studio): Promise<string> {
  const pixels = await page
    .getByRole('region', { name: 'Augmented pictures' })
    .evaluate((section) => [...section.querySelectorAll('canvas')].map((canvas) => canvas.toDataURL()));
  expect(pixels).toHaveLength(28);
  return createHash('sha256').update(pixels.join()).digest('hex');
}

describe('the augmentation of a new run', () => {
  it('is shown on the pictures of the dataset, and the seed repeats it', async () => {
    const studio = await openStudio();
    const { page } = studio;
    await studio.give(sampleFolder);
    await studio.request('datasets.import', { paths: [sampleFolder] });
    await studio.show('Train');
    await page.getByText('More', { exact: false }).and(page.locator('summary')).click();
    await page.getByText('with seed 1:').waitFor();
    const seen = new Map<string, string>();
    for (const kind of ['standard', 'imagenet', 'none']) {
      await page.getByLabel('Augmentation', { exact: true }).selectOption(kind);
      const before = [...seen.values()];
      await expect.poll(async () => before.includes(await drawn(studio))).toBe(false);
      seen.set(kind, await drawn(studio));
    }
    expect(await page.getByRole('button', { name: 'Draw again' }).isDisabled()).toBe(true);

    await page.getByLabel('Augmentation', { exact: true }).selectOption('imagenet');
    await expect.poll(() => drawn(studio)).toBe(seen.get('imagenet'));
    await page.getByRole('button', { name: 'Draw again' }).press('Enter');
    await page.getByText('with seed 2:').waitFor();
    await expect.poll(() => drawn(studio)).not.toBe(seen.get('imagenet'));
    const second = await drawn(studio);
    await page.getByLabel('Seed', { exact: true }).fill('2');
    await page.getByText('with seed 3:').waitFor();
    await page.getByLabel('Seed', { exact: true }).fill('1');
    await expect.poll(() => drawn(studio)).toBe(second);
    expect(await violations(studio)).toEqual([]);
  });
});
