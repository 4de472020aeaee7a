import { describe, expect, it } from 'vitest';
import { violations } from './axe';
import { makeHome, storeRuns } from './stored-runs';
import { openStudio } from './studio';

describe('the view of a run', () => {
  it('shows its tags and note, lets them be changed, and finds the runs of a tag', async () => {
    const home = makeHome();
    await storeRuns(home, [
      { run: 'one', name: 'ResNet-20 on shapes', numbers: { steps: 40 } },
      { run: 'two', name: 'Plain-20 on shapes', numbers: { steps: 30 } },
    ]);
    const studio = await openStudio({ home });
    const { page } = studio;
    await studio.show('Runs');
    await page.getByRole('button', { name: 'ResNet-20 on shapes', exact: true }).click();
    const labels = page.getByRole('region', { name: 'Tags and note' });
    await labels.getByRole('button', { name: 'Add tags or a note' }).press('Enter');
    await page.getByLabel('Tags', { exact: true }).fill('paper, to show');
    await page.getByLabel('Note', { exact: true }).fill('The baseline.\nSeed 1.');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await labels.getByText('The baseline.').waitFor();
    expect(await studio.request('runs.list', undefined)).toContainEqual(
      expect.objectContaining({ run: 'one', tags: ['paper', 'to show'], note: 'The baseline.\nSeed 1.' }),
    );
    await labels.getByRole('button', { name: 'Change tags and note' }).waitFor();
    expect(await violations(studio)).toEqual([]);
    await labels.getByRole('button', { name: '#to show' }).click();
    await page.getByRole('searchbox').waitFor();
    expect(await page.getByRole('searchbox').inputValue()).toBe('#to show');
    await page.getByRole('button', { name: 'Plain-20 on shapes', exact: true }).waitFor({ state: 'detached' });
  });
});
