/**
 * How fast the drawing of a network opens and scrolls, in the real window: prints one line of JSON.
 *
 *     node scripts/benchmark/architecture-frames.mjs [--model resnet1202]
 */
import { parseArgs } from 'node:util';
import { runCommand } from '../setup.mjs';
import { withHome, withWindow } from './window/studio.mjs';

/** The drawing is scrolled down and up again by so many pixels a frame, faster than anybody reads. */
const scrolling = { frames: 300, pixels: 40 };

await runCommand(async () => {
  const { model } = parseArgs({ options: { model: { type: 'string', default: 'resnet1202' } } }).values;
  await withHome(async (home) => {
    await withWindow(home, async ({ page }) => {
      await page.evaluate(() => window.studio.request('datasets.importSample', undefined));
      await page.getByRole('navigation').getByRole('button', { name: 'Train' }).click();
      await page.getByRole('tree').waitFor();
      const openMillis = await page.evaluate(openNetwork, model);
      await page.getByRole('button', { name: 'Unfold stages' }).click();
      await page.getByRole('treeitem', { name: /^layer1\.0:/ }).waitFor();
      const frames = await page.evaluate(scrollThrough, scrolling);
      console.log(JSON.stringify({ model, openMillis: Math.round(openMillis), ...summarise(frames) }));
    });
  });
});

/** In the page: chooses a network, and waits until it is drawn. @returns milliseconds. */
async function openNetwork(model) {
  const select = [...document.querySelectorAll('select')].find((each) =>
    [...each.options].some((o) => o.value === model),
  );
  if (!select) throw new Error(`the form does not offer ${model}`);
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const title = new RegExp(`-${model.replace(/\D/g, '')}$`);
  await frame();
  const start = performance.now();
  select.value = model;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  while (!title.test(document.querySelector('[role=tree]')?.getAttribute('aria-label') ?? '')) await frame();
  // The frame in which it was drawn is shown before the next one begins.
  await frame();
  await frame();
  return performance.now() - start;
}

/** In the page: scrolls from frame to frame. @returns milliseconds between the frames. */
async function scrollThrough({ frames, pixels }) {
  const scroller = document.querySelector('[role=tree]').closest('.scroller');
  const times = [];
  let before = await new Promise((resolve) => requestAnimationFrame(resolve));
  for (let frame = 0; frame < frames; frame += 1) {
    scroller.scrollTop += frame < frames / 2 ? pixels : -pixels;
    const now = await new Promise((resolve) => requestAnimationFrame(resolve));
    times.push(now - before);
    before = now;
  }
  return times;
}

function summarise(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share) => Number((sorted[Math.floor(share * (sorted.length - 1))] ?? NaN).toFixed(1));
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  return {
    framesPerSecond: Number((1000 / mean).toFixed(1)),
    medianMillis: at(0.5),
    p95Millis: at(0.95),
    longestMillis: at(1),
    onTime: Number((times.filter((time) => time < 25).length / times.length).toFixed(3)),
  };
}
