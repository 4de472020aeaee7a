import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { evaluationOf, sampleConfig, stepOf } from '../src/main/runs/testing';
import { violations } from './axe';
import { savedDrawing } from './saved';
import { makeHome, storeRuns } from './stored-runs';
import { openStudio, patience, projectFolder, type Studio } from './studio';

const steps = 4000;

/** A finished run of 4,000 steps, 4 an epoch, with a checkpoint after every 250 epochs. */
async function openLongRun(): Promise<Studio> {
  const home = makeHome();
  const training = { ...sampleConfig.training, steps, epochs: steps / 4 };
  const dataset = { ...sampleConfig.dataset, classes: Array.from({ length: 10 }, (_, index) => `class ${index}`) };
  const store = await storeRuns(home, [
    { run: 'long', name: 'Long', config: { training, dataset, checkpoints: { minutes: 5, every: 250, keep: 0 } } },
  ]);
  const events = Array.from({ length: steps }, (_, index) => index + 1).flatMap((step) => [
    { ...stepOf(step), loss: 2 / Math.sqrt(step) + (step % 7) / 50 },
    ...(step % 400 === 0 ? [{ ...evaluationOf('validation', step, 0.6 - step / 10_000), top5Error: 0.25 }] : []),
  ]);
  writeFileSync(store.metricsPath('long'), events.map((event) => `${JSON.stringify(event)}\n`).join(''));
  const studio = await openStudio({ home });
  await studio.show('Runs');
  await openRun(studio);
  return studio;
}

async function openRun({ page }: Studio): Promise<void> {
  await page.getByRole('row', { name: /Long/ }).getByRole('button', { name: 'Long', exact: true }).click();
  await page.getByRole('region', { name: 'Learning curves', exact: true }).waitFor();
}

describe('the curves of a run', () => {
  it('zooms, reads and goes back by keyboard and pointer', async () => {
    const studio = await openLongRun();
    const { page } = studio;
    const panel = page.getByRole('region', { name: 'Learning curves', exact: true });
    const guide = panel.getByRole('slider', { name: /^Values along the curves/ });
    const range = async () => [
      Number(await guide.getAttribute('aria-valuemin')),
      Number(await guide.getAttribute('aria-valuemax')),
    ];
    const length = async () => {
      const [low = 0, high = 0] = await range();
      return high - low;
    };
    await expect.poll(range, { timeout: patience }).toEqual([0, steps]);

    const time = page.getByRole('region', { name: 'Time per step' });
    for (const words of ['100 ms per step', 'loading 1 ms', 'step 99 ms']) await time.getByText(words).waitFor();

    await guide.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => guide.getAttribute('aria-valuetext')).toMatch(/^step 2,040, .*validation error/);
    await page.keyboard.press('ArrowUp');
    await expect.poll(length).toBeCloseTo(0.7 * steps, 6);
    const [before = 0] = await range();
    await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(async () => (await range())[0]).toBeCloseTo(before + 0.2 * 0.7 * steps, 6);
    await page.keyboard.press('Escape');
    await expect.poll(range).toEqual([0, steps]);

    const box = await guide.boundingBox();
    if (!box) throw new Error('the curves are not drawn');
    const at = (place: number) => box.x + box.width * place;
    const middle = box.y + box.height / 2;
    await page.mouse.move(at(0.25), middle);
    await page.mouse.down();
    await page.mouse.move(at(0.75), middle, { steps: 4 });
    await page.mouse.up();
    await expect.poll(length).toBeGreaterThan(0.48 * steps);
    expect(await length()).toBeLessThan(0.52 * steps);
    await page.mouse.wheel(0, -400);
    await expect.poll(length).toBeLessThan(0.2 * steps);
    await page.mouse.move(at(0.5), middle);
    expect(await guide.getAttribute('aria-valuetext')).toMatch(/^step [\d,]+, /);
    await panel.getByRole('button', { name: 'All of the axis' }).click();
    await expect.poll(range).toEqual([0, steps]);
  });

  it('marks drops and checkpoints, remembers how it was looked at, and shows the whole after a reload', async () => {
    const studio = await openLongRun();
    const { page } = studio;
    const panel = page.getByRole('region', { name: 'Learning curves', exact: true });
    await panel.getByRole('img', { name: /checkpoints at step 1,000, 2,000, 3,000, 4,000$/ }).waitFor();
    const drawn = await savedDrawing(studio, panel, 'Learning curves');
    expect(drawn.words).toEqual(expect.arrayContaining(['rate 0.01', 'rate 0.001', 'best, last']));
    await panel.getByRole('radio', { name: 'Top-5' }).check({ force: true });
    await panel.getByRole('img', { name: /^Validation top-5 error by step, validation 25\.0 %/ }).waitFor();
    await panel.getByRole('radio', { name: 'Rate' }).check({ force: true });
    await panel.getByRole('img', { name: /^Learning rate, scheduled and actual by step, rate 0\.1, / }).waitFor();
    const data = panel.getByRole('button', { name: 'Data of Learning curves' });
    await data.click();
    const cells = panel.getByRole('row', { name: /^1 / }).getByRole('cell');
    await expect.poll(() => cells.allInnerTexts(), { timeout: patience }).toEqual(['0.1', '0.1']);
    await data.click();
    await panel.getByRole('radio', { name: 'Loss' }).check({ force: true });
    await panel.getByRole('radio', { name: 'epoch' }).check({ force: true });
    await panel.getByRole('button', { name: 'Log scale' }).click();
    await panel.getByRole('slider', { name: /^Smoothing/ }).press('End');
    const read = async () => (await studio.request('settings.read', undefined)).curves;
    await expect
      .poll(read, { timeout: patience })
      .toEqual({ quantity: 'loss', axis: 'epoch', logarithmic: true, smoothing: 5000 });

    await page.reload();
    await openRun(studio);
    await panel.getByRole('img', { name: /^Training and validation loss by epoch/ }).waitFor();
    expect(await panel.getByRole('slider', { name: /^Smoothing/ }).getAttribute('aria-valuetext')).toBe('5,000 steps');
    const guide = panel.getByRole('slider', { name: /^Values/ });
    await expect.poll(() => guide.getAttribute('aria-valuemax'), { timeout: patience }).toBe(String(steps / 4));
    const { paths } = await savedDrawing(studio, panel, 'Learning curves');
    expect(Math.max(...paths.map((path) => path.split('L').length))).toBeGreaterThan(300);

    await panel.getByRole('slider', { name: /^Smoothing/ }).fill('6');
    mkdirSync(join(projectFolder, 'test-results'), { recursive: true });
    for (const theme of ['light', 'dark'] as const) {
      await studio.request('settings.change', { theme });
      await page.reload();
      await openRun(studio);
      await guide.waitFor();
      expect(await violations(studio)).toEqual([]);
      await page.screenshot({ path: join(projectFolder, 'test-results', `curves-${theme}.png`) });
    }
  });
});
