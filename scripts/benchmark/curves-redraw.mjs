/**
 * How long the curves of a run of 100,000 steps take to be drawn again in the real window, while they are zoomed and
 * moved at every frame: prints one line of JSON.
 *
 *     node scripts/benchmark/curves-redraw.mjs [--lines 100000]
 */
import { execFileSync } from 'node:child_process';
import { _electron } from 'playwright-core';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from '../build.mjs';
import { runCommand, setUp } from '../setup.mjs';
import { electronPath } from '../setup/electron.mjs';
import { projectFolder } from '../setup/paths.mjs';
import { setup as openDisplay } from '../virtual-display.mjs';

const size = { width: 1440, height: 900 };
const frames = 240;

await runCommand(async () => {
  const { lines } = parseArgs({ options: { lines: { type: 'string', default: '100000' } } }).values;
  await setUp({ settings: { virtualDisplay: true } });
  await build();
  const home = mkdtempSync(join(tmpdir(), 'residual-studio-'));
  // The first of them is archived.
  const makeRuns = join(projectFolder, 'scripts', 'benchmark', 'make-runs.mjs');
  execFileSync(process.execPath, [makeRuns, '--home', home, '--runs', '2', '--lines', lines]);
  mkdirSync(join(home, 'settings'), { recursive: true });
  writeFileSync(join(home, 'settings', 'settings.json'), '{"tourTaken": true}');
  const closeDisplay = await openDisplay();
  const app = await _electron.launch({
    executablePath: electronPath(),
    args: [projectFolder],
    env: { ...process.env, RESIDUAL_STUDIO_HOME: home },
  });
  try {
    const page = await app.firstWindow();
    await app.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0].setContentSize(size.width, size.height),
      size,
    );
    await page.locator('nav [data-view=runs]').click();
    await page.locator('tr[data-run] .open').first().click();
    await page.locator('.layer[role=slider]').waitFor();
    const times = {};
    for (const kind of ['whole', 'zoom', 'pan']) times[kind] = await page.evaluate(redraw, { kind, frames });
    console.log(JSON.stringify({ lines: Number(lines), ...times }));
  } finally {
    await app.close();
    closeDisplay();
    rmSync(home, { recursive: true, force: true });
  }
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
  const drawn = () => panel.querySelector('svg')?.innerHTML;
  const [work, between] = [[], []];
  let [before, changed, last] = [await frame(), 0, drawn()];
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
    const next = drawn();
    if (next !== last) changed += 1;
    last = next;
  }
  const summary = (times) => {
    const sorted = [...times].sort((a, b) => a - b);
    const at = (share) => Number((sorted[Math.floor(share * (sorted.length - 1))] ?? NaN).toFixed(1));
    return { median: at(0.5), p95: at(0.95), longest: at(1) };
  };
  return { redraws: changed, work: summary(work), frames: summary(between) };
}
