/**
 * What the window costs while it shows a run that trains: the real window gets 20 updates a second for a while, through
 * the channel that main sends events on, then hours of updates as fast as it takes them, then 20 a second again. Prints
 * one line of JSON: shares of one core by process, and memory after the garbage was collected.
 *
 *     node scripts/benchmark/renderer-load.mjs [--model resnet20] [--seconds 60] [--hours 1] [--hidden]
 *         [--profile F] [--picture F]
 *
 * Processor times come from /proc, so this is for Linux. Under Xvfb the GPU process draws by the processor.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { runCommand } from '../setup.mjs';
import { memoryOf, processorSecondsOf, workOf } from './window/costs.mjs';
import { liveEvents } from './window/live-events.mjs';
import { showTraining, withStudio } from './window/studio.mjs';

const updatesInSecond = 20;
/** Updates that are sent at once in a fast stream, before the page is asked whether it has taken them. */
const burst = 200;
const options = {
  model: { type: 'string', default: 'resnet20' },
  seconds: { type: 'string', default: '60' },
  hours: { type: 'string', default: '1' },
  hidden: { type: 'boolean', default: false },
  profile: { type: 'string' },
  picture: { type: 'string' },
};

await runCommand(async () => {
  const { model, hidden, profile, picture, ...values } = parseArgs({ options }).values;
  const [seconds, hours] = [Number(values.seconds), Number(values.hours)];
  await withStudio(model, async (studio) => {
    const events = liveEvents({ ...(await showTraining(studio)), model });
    if (hidden) await studio.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].minimize());
    // What the opening of the run has left to do is not what is measured.
    await sleep(3000);
    const still = await costOf(studio, () => sleep(10_000));
    const trained = () => costOf(studio, () => stream(studio, events, seconds), profile);
    const early = await trained();
    const memory = [{ updates: 0, ...(await memoryOf(studio)) }];
    for (let part = 1; part <= 4 * hours; part += 1) {
      const updates = 900 * updatesInSecond;
      await pour(studio, events, updates);
      // The last of them is drawn a moment later.
      await sleep(1000);
      memory.push({ updates: part * updates, ...(await memoryOf(studio)) });
    }
    const late = await trained();
    if (picture) await studio.page.screenshot({ path: picture });
    console.log(JSON.stringify({ model, hidden, load: loadavg()[0], still, early, late, memory }));
  });
});

/** @returns shares of one core by kind of process, and of the page's own work. */
async function costOf(studio, action, profile) {
  if (profile) await studio.devtools.send('Profiler.start');
  const [before, workBefore, startedAt] = [await processorSecondsOf(studio), await workOf(studio), Date.now()];
  await action();
  const wall = (Date.now() - startedAt) / 1000;
  const [after, workAfter] = [await processorSecondsOf(studio), await workOf(studio)];
  if (profile) {
    const { profile: taken } = await studio.devtools.send('Profiler.stop');
    await writeFile(profile, JSON.stringify(taken));
  }
  const share = (now, then) =>
    Object.fromEntries(Object.keys(now).map((key) => [key, Number(((now[key] - (then[key] ?? 0)) / wall).toFixed(3))]));
  return { seconds: Number(wall.toFixed(1)), processes: share(after, before), page: share(workAfter, workBefore) };
}

/** At the pace of a run, whose updates main sends as they come. */
async function stream({ app }, events, seconds) {
  const startedAt = Date.now();
  for (let update = 0; update < seconds * updatesInSecond; update += 1) {
    await send(app, [events.next()]);
    const due = startedAt + ((update + 1) * 1000) / updatesInSecond;
    await sleep(Math.max(0, due - Date.now()));
  }
}

/** As fast as the page takes them. */
async function pour({ app, page }, events, updates) {
  for (let sent = 0; sent < updates; sent += burst) {
    await send(
      app,
      Array.from({ length: Math.min(burst, updates - sent) }, () => events.next()),
    );
    await page.evaluate(() => document.title);
  }
}

function send(app, updates) {
  return app.evaluate((_electron, updates) => {
    for (const value of updates) globalThis.pagePort.postMessage({ type: 'event', name: 'runs.metrics', value });
  }, updates);
}
