import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { violations } from './axe';
import { reflowFaults, setViewport } from './reflow';
import { makeHome, storeRuns } from './stored-runs';
import { openStudio, patience, projectFolder, sampleFolder, type Studio } from './studio';

const screenshots = process.env['SCREENSHOTS'];
const picture = join(projectFolder, 'resources', 'icons', 'icon.png');
/** CSS pixels: a window of 1280 x 1024 at 400 %, one of 1024 x 700 at 200 % and at 100 %. */
const sizes = [
  [320, 256],
  [512, 350],
  [1024, 700],
] as const;
const languages = ['en', 'ko'] as const;

/** Looks at what is shown at every size. */
async function expectReflow(studio: Studio, what: string): Promise<void> {
  const { page } = studio;
  for (const [width, height] of sizes) {
    await setViewport(studio, width, height);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    if (screenshots !== undefined) {
      mkdirSync(screenshots, { recursive: true });
      await setViewport(studio, width, 1400);
      await page.screenshot({ path: join(screenshots, `${what.replace(/\W+/g, '-')}-${width}.png`) });
      await setViewport(studio, width, height);
    }
    expect.soft([what, width, await reflowFaults(studio)]).toEqual([what, width, []]);
  }
}

async function show({ page }: Studio, view: string): Promise<void> {
  await page.locator(`nav [data-view=${view}]`).click();
  await page.locator(`nav [data-view=${view}][aria-current=page]`).waitFor();
  await page.getByRole('heading', { level: 1 }).waitFor();
}

describe('every view', () => {
  it('reflows from 320 CSS pixels on', async () => {
    const home = makeHome();
    const names = ['ResNet-110 on the photographs of the garden, with augmentation', 'Second', 'Third'];
    await storeRuns(
      home,
      names.map((name, index) => ({ run: `run-${index}`, name })),
    );
    const studio = await openStudio({ home });
    const { page } = studio;
    const dataset = await studio.request('datasets.importSample', undefined);
    const start = { dataset: dataset.id, variant: 'resnet8', batch: 32, steps: 24 } as const;
    const { run } = await studio.request('runs.start', start);
    const state = async () => (await studio.request('runs.read', { run, from: 0 })).summary.state;
    await expect.poll(state, { timeout: patience }).toBe('finished');

    for (const language of languages) {
      await studio.request('settings.change', { language });
      await setViewport(studio, 1024, 700);
      await page.reload();
      const at = (what: string) => expectReflow(studio, `${language} ${what}`);
      await show(studio, 'datasets');
      await at('datasets');
      await show(studio, 'train');
      await page.locator('summary').first().click();
      await at('train');
      await show(studio, 'runs');
      await page.locator(`tr[data-run=run-0] input`).check();
      await page.locator(`tr[data-run=run-1] input`).check();
      await at('runs');
      await page.locator('[role=group] button').first().click();
      await at('compare');
      await show(studio, 'datasets');
      await show(studio, 'runs');
      await page.locator(`tr[data-run="${run}"] th button`).first().click();
      await page.getByRole('tree').waitFor();
      await at('run');
      for (const tab of [1, 2, 3]) {
        await page.locator('.area input[type=radio]').nth(tab).check({ force: true });
        await at(`run tab ${tab}`);
      }
      await show(studio, 'classify');
      if (language === 'en') await at('classify nothing');
      await studio.drop(picture);
      await page.getByRole('article', { name: 'icon.png' }).waitFor();
      await at('classify');
      await show(studio, 'settings');
      await at('settings');
      await page.keyboard.press('?');
      await at('shortcuts');
      await page.keyboard.press('Escape');
      await show(studio, 'datasets');
      await studio.drop(sampleFolder);
      await page.locator('main input[type=checkbox]').first().waitFor();
      await at('preview');
    }
    expect(await violations(studio)).toEqual([]);
  }, 300_000);
});
