/**
 * How long the list of runs and the curves of a run take in the real window, from the click until they are drawn, and in
 * the main process: prints one line of JSON. make-runs.mjs fills a folder for it.
 *
 *     node scripts/benchmark/run-list.mjs --home <folder>
 */
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runCommand } from '../setup.mjs';
import { withDisplay, withWindow } from './window/studio.mjs';

const scrolling = { frames: 240, pixels: 120 };
/** So many runs are opened, each for the first time and once more. */
const opened = 5;

await runCommand(async () => {
  const { home } = parseArgs({ options: { home: { type: 'string' } } }).values;
  if (!home) throw new Error('Say with --home which folder holds the runs.');
  await withDisplay(() =>
    withWindow(resolve(home), async ({ page }) => {
      const nav = (name) => page.getByRole('navigation').getByRole('button', { name });
      await nav('Settings').click();
      const runs = await page.evaluate(() => window.studio.request('runs.list', undefined));
      const listRequests = await repeat(5, () => page.evaluate(timeRequest, ['runs.list', undefined]));
      await page.reload();
      const listLoaded = await page.evaluate(timeUntilListed);
      await nav('Settings').click();
      const listClicks = await repeat(5, async () => {
        const millis = await page.evaluate(timeClick, {
          click: 'nav button:nth-child(1)',
          index: 2,
          drawn: 'tr[data-run]',
        });
        await nav('Settings').click();
        return millis;
      });
      const [first, again, requests] = [[], [], []];
      const usable = runs.filter(({ damaged, archived }) => !damaged && !archived).slice(0, opened);
      for (const { run } of usable) {
        rmSync(join(resolve(home), 'runs', run, '.curves'), { force: true });
        for (const times of [first, again]) {
          await nav('Runs').click();
          times.push(
            await page.evaluate(timeClick, { click: `tr[data-run="${run}"] .open`, index: 0, drawn: '.panels canvas' }),
          );
          await nav('Settings').click();
        }
        requests.push(await page.evaluate(timeRequest, ['runs.curves', { run }]));
      }
      await nav('Runs').click();
      const frames = await page.evaluate(scrollThrough, scrolling);
      console.log(
        JSON.stringify({
          runs: runs.length,
          listRequests,
          listLoaded: Math.round(listLoaded),
          listClicks,
          curvesFirst: rounded(first),
          curvesAgain: rounded(again),
          curvesRequests: rounded(requests),
          scroll: summarise(frames),
        }),
      );
    }),
  );
});

async function repeat(times, measure) {
  const values = [];
  for (let time = 0; time < times; time += 1) values.push(await measure());
  return rounded(values);
}

function rounded(values) {
  return values.map((value) => Math.round(value));
}

/** In the page: milliseconds until main has answered. */
async function timeRequest([name, input]) {
  const start = performance.now();
  await window.studio.request(name, input);
  return performance.now() - start;
}

/** In the page: milliseconds from the start of the page until the rail tells how many runs there are. */
async function timeUntilListed() {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const rail = () => [...document.querySelectorAll('nav button')][2]?.querySelector('.count');
  while (!rail()) await frame();
  return performance.now();
}

/** In the page: milliseconds from a click until something is drawn. The frame that draws it is shown before the next. */
async function timeClick({ click, index, drawn }) {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const target = click.startsWith('nav')
    ? document.querySelectorAll('nav button')[index]
    : document.querySelector(click);
  await frame();
  const start = performance.now();
  target.click();
  while (!document.querySelector(drawn)) await frame();
  await frame();
  await frame();
  return performance.now() - start;
}

/** In the page: scrolls from frame to frame. @returns milliseconds between the frames. */
async function scrollThrough({ frames, pixels }) {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  while (!document.querySelector('tr[data-run]')) await frame();
  const scroller = document.querySelector('table').parentElement;
  const times = [];
  let before = await frame();
  for (let count = 0; count < frames; count += 1) {
    scroller.scrollTop += count < frames / 2 ? pixels : -pixels;
    const now = await frame();
    times.push(now - before);
    before = now;
  }
  return times;
}

function summarise(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share) => Number((sorted[Math.floor(share * (sorted.length - 1))] ?? NaN).toFixed(1));
  return { medianMillis: at(0.5), p95Millis: at(0.95), longestMillis: at(1) };
}
