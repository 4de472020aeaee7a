import { describe, expect, it } from 'vitest';
import { violations } from './axe';
import { makeHome, storeRuns } from './stored-runs';
import { openStudio } from './studio';

const panels = ['Architecture', 'Learning curves', 'Layer responses'] as const;

describe('the panels of a run', () => {
  it('take the room of all, one at a time, by pointer and keyboard', async () => {
    const home = makeHome();
    await storeRuns(home, [{ run: 'kept', name: 'Kept' }]);
    const studio = await openStudio({ home });
    const { app, page } = studio;
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1024, 700));
    await studio.show('Runs');
    await page.getByRole('row').getByRole('button', { name: 'Kept', exact: true }).click();
    const panel = (name: string) => page.getByRole('region', { name, exact: true });
    const height = () => page.locator('main').evaluate((main) => main.scrollHeight);
    const shown = () => Promise.all(panels.map((name) => panel(name).isVisible()));
    await panel('Layer responses').waitFor();
    expect(await shown()).toEqual([true, true, true]);
    const usual = await height();

    for (const name of panels) {
      const before = await panel(name).boundingBox();
      const larger = page.getByRole('button', { name: `Enlarge ${name}` });
      await larger.press('Enter');
      await expect.poll(shown).toEqual(panels.map((other) => other === name));
      const smaller = page.getByRole('button', { name: `Show ${name} beside the others` });
      expect(await smaller.evaluate((button) => button === document.activeElement)).toBe(true);
      const box = await panel(name).boundingBox();
      expect(box?.width).toBeGreaterThan(1.5 * (before?.width ?? Infinity));
      expect(box?.y).toBeGreaterThanOrEqual(0);
      expect((box?.y ?? 0) + (box?.height ?? Infinity)).toBeLessThanOrEqual(700);
      expect(await violations(studio)).toEqual([]);
      await page.keyboard.press('Escape');
      await expect.poll(shown).toEqual([true, true, true]);
      expect(await larger.evaluate((button) => button === document.activeElement)).toBe(true);
      // What has been larger gives the room back.
      await expect.poll(height).toBe(usual);
    }

    // A layer that is chosen there shows its details, which are beside it.
    await page.getByRole('button', { name: 'Enlarge Architecture' }).click();
    await page.getByRole('treeitem', { name: /^conv1:/ }).click();
    await panel('conv1').waitFor();
    expect(await panel('Architecture').isVisible()).toBe(true);
  });

  it('leave the form of a new run to the drawing of its network, and come back', async () => {
    const studio = await openStudio();
    const { page } = studio;
    await studio.request('datasets.importSample', undefined);
    await studio.show('Train');
    const form = page.getByRole('form', { name: 'Settings of the new run' });
    await page.getByRole('combobox', { name: 'Network', exact: true }).selectOption('resnet110');
    await page.getByRole('button', { name: 'Enlarge Architecture' }).click();
    await form.waitFor({ state: 'hidden' });
    // So is the drawing, for those who sit far from it.
    await page.getByRole('button', { name: /^1[1-9]\d % Actual size$/ }).waitFor();
    await page.getByRole('button', { name: 'Unfold stages' }).click();
    const box = await page.getByRole('region', { name: 'Architecture', exact: true }).boundingBox();
    const height = await page.evaluate(() => window.innerHeight);
    expect((box?.y ?? 0) + (box?.height ?? Infinity)).toBeLessThanOrEqual(height);
    await page.keyboard.press('Escape');
    await form.waitFor();
    await page.getByRole('button', { name: '100 % Actual size' }).waitFor();
    expect(await page.getByRole('combobox', { name: 'Network', exact: true }).inputValue()).toBe('resnet110');
  });
});
