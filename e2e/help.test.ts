import { describe, expect, it } from 'vitest';
import { violations } from './axe';
import { openStudio } from './studio';

const views = ['Datasets', 'Train', 'Runs', 'Classify', 'Settings'];

describe('the tour', () => {
  it('starts by itself once, shows each view, and can be taken again', async () => {
    const studio = await openStudio({ tour: true });
    const { page } = studio;
    const tour = page.getByRole('dialog', { name: 'Start with pictures' });
    await tour.waitFor();
    for (const [index, view] of views.entries()) {
      await page.getByText(`${index + 1} of ${views.length}`).waitFor();
      await page.locator('nav button[aria-current=page]', { hasText: view }).waitFor();
      const next = page.getByRole('button', { name: view === 'Settings' ? 'Done' : 'Next' });
      await expect.poll(() => next.evaluate((button) => button === document.activeElement)).toBe(true);
      await page.keyboard.press('Enter');
    }
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    await page.locator('nav button[aria-current=page]', { hasText: 'Datasets' }).waitFor();
    await expect.poll(async () => (await studio.request('settings.read', undefined)).tourTaken).toBe(true);

    await studio.restart();
    await studio.page.getByRole('heading', { level: 1, name: 'Datasets' }).waitFor();
    expect(await studio.page.locator('dialog[open]').count()).toBe(0);
    await studio.show('Settings');
    await studio.page.getByRole('button', { name: 'Take the tour' }).click();
    await studio.page.getByRole('dialog', { name: 'Start with pictures' }).waitFor();
    await studio.page.getByRole('button', { name: 'Next' }).click();
    await studio.page.getByText(`2 of ${views.length}`).waitFor();
    await studio.page.keyboard.press('Escape');
    for (const view of ['Runs', 'Settings']) {
      await studio.show(view);
      await studio.page.getByRole('heading', { level: 1, name: view }).waitFor();
      expect(await studio.page.locator('dialog[open]').count()).toBe(0);
    }
  });

  it('is skipped for good by Escape or by its button', async () => {
    const studio = await openStudio({ tour: true });
    await studio.page.getByRole('dialog', { name: 'Start with pictures' }).waitFor();
    await studio.page.keyboard.press('Escape');
    await studio.page.locator('dialog[open]').waitFor({ state: 'detached' });
    await expect.poll(async () => (await studio.request('settings.read', undefined)).tourTaken).toBe(true);
  });

  it.each(['light', 'dark'] as const)('has nothing that axe finds, %s', async (theme) => {
    const studio = await openStudio({ tour: true });
    await studio.request('settings.change', { theme });
    await studio.page.reload();
    await studio.page.getByRole('button', { name: 'Next' }).waitFor();
    expect(await violations(studio)).toEqual([]);
  });
});

describe('the list of shortcuts', () => {
  it('opens by ? and from the menu, and closes by Escape', async () => {
    const studio = await openStudio();
    const { page, app } = studio;
    const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await page.keyboard.press('?');
    await list.waitFor();
    await list.getByText('Show the datasets').waitFor();
    for (const name of ['Rename the run', 'Restore what was deleted last', 'Pan the zoomed curves']) {
      await list.getByText(name).waitFor();
    }
    expect(await violations(studio)).toEqual([]);
    // The first is seen in a small window, and the last is reached by the keyboard.
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1024, 500));
    const seen = (name: string) =>
      list.getByText(name).evaluate((element) => {
        const box = element.getBoundingClientRect();
        const place = document.elementFromPoint(box.x + 2, box.y + box.height / 2);
        return place !== null && element.contains(place);
      });
    await expect.poll(() => seen('Show the datasets')).toBe(true);
    await page.keyboard.press('End');
    await expect.poll(() => seen('Cancel')).toBe(true);
    await page.keyboard.press('Escape');
    await list.waitFor({ state: 'hidden' });
    await app.evaluate(({ Menu }) => {
      const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? [];
      items.find((item) => item.label === 'Keyboard Shortcuts')?.click();
    });
    await list.waitFor();
    await list.getByRole('button', { name: 'Close' }).click();
    await list.waitFor({ state: 'hidden' });
  });
});
