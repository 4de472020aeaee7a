import { describe, expect, it } from 'vitest';
import { openStudio, patience, type Studio } from './studio';

/** Presses Tab until the control with this name has the focus. */
async function tabTo({ page }: Studio, name: RegExp): Promise<void> {
  const seen: string[] = [];
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      const labels =
        element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? element.labels : null;
      return (
        element?.getAttribute('aria-label') ??
        labels?.[0]?.innerText ??
        (element as HTMLElement | null)?.innerText ??
        ''
      );
    });
    seen.push(focused);
    if (name.test(focused)) return;
  }
  throw new Error(`no control ${name} was reached, but ${seen.join(', ')}`);
}

describe('the keyboard alone', () => {
  it('imports the sample, starts a run and stops it', async () => {
    const studio = await openStudio();
    const { page } = studio;
    const { keyboard } = page;
    await tabTo(studio, /^Try the Fashion-MNIST sample/);
    await keyboard.press('Enter');
    await page.getByRole('heading', { level: 2, name: 'Fashion-MNIST sample' }).waitFor();

    await tabTo(studio, /^Train a network on it/);
    await keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'New run' }).waitFor();

    await tabTo(studio, /^Network/);
    await keyboard.type('ResNet-32');
    expect(await page.getByLabel('Network').inputValue()).toBe('resnet32');
    await keyboard.press('Home');
    expect(await page.getByLabel('Network').inputValue()).toBe('resnet20');
    await tabTo(studio, /^Batch size/);
    await keyboard.press('Control+A');
    await keyboard.type('32');
    await tabTo(studio, /^Epochs/);
    await keyboard.press('Control+A');
    await keyboard.type('50');
    await keyboard.press('Enter');

    await page.getByRole('heading', { level: 1, name: /^ResNet-20 on/ }).waitFor();
    await page
      .getByText(/step [1-9]\d* of/)
      .first()
      .waitFor({ timeout: patience });
    const [summary] = await studio.request('runs.list', undefined);
    expect(summary).toMatchObject({ model: 'resnet20', state: 'training' });

    await tabTo(studio, /^Stop and save/);
    await keyboard.press('Space');
    await page.getByText('Stopped', { exact: true }).waitFor();

    await tabTo(studio, /^Runs/);
    await keyboard.press('Enter');
    await tabTo(studio, /^ResNet-20 on/);
    await keyboard.press('Enter');
    await tabTo(studio, /^Rename/);
    await keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Rename the run' }).waitFor();
    await keyboard.type(' ');
    await page.getByText('A run needs a name').waitFor();
    await keyboard.type('Baseline');
    await keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Baseline' }).waitFor();
    expect(await studio.request('runs.list', undefined)).toMatchObject([{ name: 'Baseline', state: 'stopped' }]);
  });

  it('changes the view by the menu’s keys', async () => {
    const { app, page } = await openStudio();
    const press = (label: string) =>
      app.evaluate(({ Menu }, label) => {
        const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? [];
        items.find((item) => item.label === label)?.click();
      }, label);
    for (const label of ['Runs', 'Classify', 'Train', 'Datasets', 'Settings…']) {
      await press(label);
      await page.locator('nav button[aria-current=page]', { hasText: label.replace('…', '') }).waitFor();
    }
  });
});
