/**
 * How long the studio takes from its start to a window that can be used: prints one line of JSON.
 *
 *     node scripts/benchmark/start-time.mjs [--starts 10]
 *
 * `shown` is when the window has been drawn for the first time, `usable` when its view answers: a click on another
 * view has shown that view. Both count from before the process is launched, and what Playwright needs to attach to it
 * is part of them. The first start, with nothing in the caches of the page, is told apart.
 */
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { runCommand } from '../setup.mjs';
import { launch, withHome } from './window/studio.mjs';

await runCommand(async () => {
  const { starts } = parseArgs({ options: { starts: { type: 'string', default: '10' } } }).values;
  await withHome(async (home) => {
    const times = [];
    for (let start = 0; start <= Number(starts); start += 1) times.push(await timeOfStart(home));
    const [first, ...later] = times;
    const summary = (key) => {
      const sorted = later.map((time) => time[key]).sort((a, b) => a - b);
      return { median: sorted[Math.floor(sorted.length / 2)], least: sorted[0], most: sorted.at(-1) };
    };
    console.log(JSON.stringify({ load: loadavg()[0], first, shown: summary('shown'), usable: summary('usable') }));
  });
});

/** @returns milliseconds. */
async function timeOfStart(home) {
  const startedAt = Date.now();
  const { app, page } = await launch(home);
  try {
    await page.locator('nav [data-view=datasets]').waitFor();
    const shown = Date.now() - startedAt;
    for (const view of ['runs', 'datasets']) {
      await page.locator(`nav [data-view=${view}]`).click();
      await page.locator(`nav [data-view=${view}][aria-current=page]`).waitFor();
      await page.getByRole('heading', { level: 1 }).waitFor();
    }
    return { shown, usable: Date.now() - startedAt };
  } finally {
    await app.close();
  }
}
