import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { violations } from './axe';
import { reflowFaults, setViewport } from './reflow';
import { makeHome, storeRuns } from './stored-runs';
import { wordsIn } from '../src/shared/words/words';
import { openStudio, patience, projectFolder, sampleFolder, type Studio } from './studio';

const screenshots = process.env['SCREENSHOTS'];
const picture = join(projectFolder, 'resources', 'icons', 'icon.png');
/** CSS pixels: a window of 1280 x 1024 at 400 %, one of 1024 x 700 at 200 % and at 100 %. */
const sizes = [
  [320, 256],
  [512, 350],
  [1024, 700],
] as const;
/** Wide windows, in which dates once were cut off. */
const wide = [
  [1280, 800],
  [1440, 900],
] as const;
const languages = ['en', 'ko'] as const;
const { window: en } = wordsIn(() => 'en');
const { window: ko } = wordsIn(() => 'ko');

/** Looks at what is shown at every size. */
async function expectReflow(studio: Studio, what: string, more: typeof wide | [] = []): Promise<void> {
  const { page } = studio;
  for (const [width, height] of [...sizes, ...more]) {
    await setViewport(studio, width, height);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    if (screenshots !== undefined) {
      mkdirSync(screenshots, { recursive: true });
      await setViewport(studio, width, 1400);
      await page.screenshot({ path: join(screenshots, `${what.replace(/\W+/g, '-')}-${width}.png`) });
      await setViewport(studio, width, height);
    }
    expect.soft([what, width, await reflowFaults(studio)]).toEqual([what, width, []]);
    // At 1024 pixels the tests of accessibility ask it.
    if (width < 1024 && !what.startsWith('ko')) {
      expect.soft([what, width, await violations(studio)]).toEqual([what, width, []]);
    }
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
      const at = (what: string, more: typeof wide | [] = []) => expectReflow(studio, `${language} ${what}`, more);
      await show(studio, 'datasets');
      await at('datasets');
      await show(studio, 'train');
      await page.locator('summary').first().click();
      await at('train');
      await show(studio, 'runs');
      await page.locator(`tr[data-run=run-0] input`).check();
      await page.locator(`tr[data-run=run-1] input`).check();
      await at('runs', wide);
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
      const { evaluation } = language === 'en' ? en : ko;
      await page.getByRole('button', { name: evaluation.open, exact: true }).click();
      await page.getByRole('application').waitFor({ timeout: patience });
      await at('evaluation');
      for (const part of [evaluation.pairs, evaluation.classes]) {
        await page.getByRole('dialog').getByRole('radio', { name: part }).check({ force: true });
        await at(`evaluation ${part}`);
      }
      await page.getByRole('button', { name: evaluation.close, exact: true }).click();
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

    // A run that waits, below one that is held.
    await show(studio, 'train');
    const long = { dataset: dataset.id, variant: 'resnet8', batch: 32, steps: 4000 } as const;
    const { run: held } = await studio.request('runs.start', long);
    await expect
      .poll(async () => (await studio.request('runs.read', { run: held, from: 0 })).summary.state, {
        timeout: patience,
      })
      .toBe('training');
    await studio.request('runs.pause', { run: held });
    await studio.request('runs.start', { ...long, name: 'A run with a name that says all that it is for' });
    await page.getByRole('button', { name: 'A run with a name that says all that it is for', exact: true }).waitFor();
    await expectReflow(studio, 'queue');
    expect(await violations(studio)).toEqual([]);
  }, 600_000);

  it('shows what its colours say where the system chooses them', async () => {
    const home = makeHome();
    await storeRuns(home, [{ run: 'kept', name: 'Kept' }]);
    const studio = await openStudio({ home });
    const { page } = studio;
    await studio.request('datasets.importSample', undefined);
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
    await page.getByRole('list', { name: 'Classes' }).waitFor();
    expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
    /** Colours of the ground of some parts. */
    const grounds = (parts: string) =>
      page
        .locator(parts)
        .evaluateAll((elements) => elements.map((element) => getComputedStyle(element).backgroundColor));
    const apart = async (parts: string, count: number) => {
      const colours = await grounds(parts);
      expect([parts, colours.length >= count, new Set(colours.slice(0, count)).size]).toEqual([parts, true, count]);
    };
    await apart('.key i', 3);
    await apart('.counts .bar > span', 3);
    await apart('nav button[aria-current], nav button:not([aria-current])', 2);
    await show(studio, 'runs');
    await page.getByRole('button', { name: 'Kept', exact: true }).click();
    await page.getByRole('progressbar').first().waitFor();
    await apart('[role=progressbar] .track, [role=progressbar] .fill', 2);
    await show(studio, 'settings');
    await apart(
      '[role=radiogroup]:first-of-type input:checked + span, [role=radiogroup]:first-of-type input:not(:checked) + span',
      2,
    );
    if (screenshots !== undefined) await page.screenshot({ path: join(screenshots, 'forced-colours.png') });
  });
});
