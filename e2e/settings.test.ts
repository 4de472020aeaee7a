import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStudio, type Studio } from './studio';

const place = (studio: Studio) =>
  studio.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds());
const settingsFile = (studio: Studio) => join(studio.home, 'settings', 'settings.json');
const isDark = (studio: Studio) => studio.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);

describe('settings', () => {
  it('survive a restart: theme, view and the window’s size', async () => {
    const studio = await openStudio();
    await studio.show('Settings');
    for (const [name, dark] of [
      ['Light', false],
      ['Dark', true],
    ] as const) {
      await studio.page.getByRole('radio', { name, exact: true }).check();
      await expect.poll(() => isDark(studio)).toBe(dark);
    }
    await studio.app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 60, width: 1111, height: 777 });
    });
    await expect.poll(async () => (await place(studio))?.width).toBe(1111);

    await studio.restart();
    await studio.page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
    expect(await isDark(studio)).toBe(true);
    expect(await studio.page.getByRole('radio', { name: 'Dark', exact: true }).isChecked()).toBe(true);
    expect(await place(studio)).toMatchObject({ width: 1111, height: 777 });
    expect(
      await studio.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBackgroundColor()),
    ).toBe('#0F1216');
  });

  it('that are damaged are put aside, and the studio starts with the usual ones', async () => {
    const studio = await openStudio();
    await studio.quit();
    writeFileSync(settingsFile(studio), '{"theme": "da');
    await studio.start();
    expect(readFileSync(join(studio.home, 'settings', 'settings.broken.json'), 'utf8')).toBe('{"theme": "da');
    await studio.page.getByRole('button', { name: 'Skip the tour' }).click();
    await studio.show('Settings');
    expect(await studio.page.getByRole('radio', { name: 'Same as the system' }).isChecked()).toBe(true);
    await studio.page.getByRole('radio', { name: 'Light', exact: true }).check();
    await expect.poll(() => existsSync(settingsFile(studio))).toBe(true);
  });

  it('do not let a window be smaller than its views need', async () => {
    const studio = await openStudio();
    await studio.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.setBounds({ width: 300, height: 200 }),
    );
    expect(await place(studio)).toMatchObject({ width: 1024, height: 700 });
  });
});
