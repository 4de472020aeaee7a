/**
 * How long the curves of a run of 100,000 steps take to be drawn again in the real window, while they are zoomed and
 * moved at every frame: prints one line of JSON.
 *
 *     node scripts/benchmark/curves-redraw.mjs [--lines 100000]
 */
import { parseArgs } from 'node:util';
import { runCommand } from '../setup.mjs';
import { makeRuns, withHome, withWindow } from './window/studio.mjs';

const frames = 240;

await runCommand(async () => {
  const { lines } = parseArgs({ options: { lines: { type: 'string', default: '100000' } } }).values;
  await withHome(async (home) => {
    // The first of them is archived.
    makeRuns(home, 2, lines);
    await withWindow(home, async ({ page }) => {
      await page.locator('nav [data-view=runs]').click();
      await page.locator('tr[data-run] .open').first().click();
      await page.locator('.layer[role=slider]').waitFor();
      const times = {};
      for (const kind of ['whole', 'zoom', 'pan']) times[kind] = await page.evaluate(redraw, { kind, frames });
      console.log(JSON.stringify({ lines: Number(lines), ...times }));
    });
  });
});

/**
 * In the page: changes what is shown at each frame. `whole` switches the logarithmic scale of all steps, `zoom` goes in
 * and out, `pan` moves a third of the steps.
 * @returns milliseconds of script and layout a redraw, and between the frames.
 */
async function redraw({ kind, frames }) {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const layer = document.querySelector('.layer[role=slider]');
  const panel = layer.closest('section');
  const log = [...panel.querySelectorAll('button')].find((button) => button.getAttribute('aria-label') === 'Log scale');
  const { left, top, width, height } = layer.getBoundingClientRect();
  const place = { clientX: left + width / 2, clientY: top + height / 2, bubbles: true, cancelable: true };
  const wheel = (move) => layer.dispatchEvent(new WheelEvent('wheel', { ...place, ...move }));
  layer.dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
  if (kind === 'pan') wheel({ deltaY: -400 * Math.log(3) });
  await frame();
  const canvas = panel.querySelector('canvas');
  const { clearRect } = CanvasRenderingContext2D.prototype;
  let draws = 0;
  // A chart clears its canvas before it draws.
  CanvasRenderingContext2D.prototype.clearRect = function (...box) {
    if (this.canvas === canvas) draws += 1;
    clearRect.apply(this, box);
  };
  const [work, between] = [[], []];
  let [before, changed, last] = [await frame(), 0, draws];
  for (let count = 0; count < frames; count += 1) {
    const forth = count % 120 < 60;
    const start = performance.now();
    if (kind === 'whole') log.click();
    else wheel(kind === 'zoom' ? { deltaY: forth ? -30 : 30 } : { deltaX: forth ? 6 : -6 });
    await new Promise((resolve) => queueMicrotask(() => queueMicrotask(resolve)));
    layer.getBoundingClientRect();
    work.push(performance.now() - start);
    const now = await frame();
    between.push(now - before);
    before = now;
    if (draws !== last) changed += 1;
    last = draws;
  }
  CanvasRenderingContext2D.prototype.clearRect = clearRect;
  const summary = (times) => {
    const sorted = [...times].sort((a, b) => a - b);
    const at = (share) => Number((sorted[Math.floor(share * (sorted.length - 1))] ?? NaN).toFixed(1));
    return { median: at(0.5), p95: at(0.95), longest: at(1) };
  };
  return { redraws: changed, work: summary(work), frames: summary(between) };
}
