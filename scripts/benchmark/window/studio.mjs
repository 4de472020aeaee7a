import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { _electron } from 'playwright-core';
import { build } from '../../build.mjs';
import { setUp } from '../../setup.mjs';
import { electronPath } from '../../setup/electron.mjs';
import { projectFolder } from '../../setup/paths.mjs';
import { setup as openDisplay } from '../../virtual-display.mjs';

const size = { width: 1440, height: 900 };
/** Lines of metrics.jsonl before the window opens the run. */
const linesBefore = 2000;
/** Of the run when it is over. */
const length = { steps: 100_000, epochs: 256 };

/** Builds the app, and opens a display where there is none. */
export async function withDisplay(action) {
  await setUp({ settings: { virtualDisplay: true } });
  await build();
  const closeDisplay = await openDisplay();
  try {
    await action();
  } finally {
    closeDisplay();
  }
}

/** The same with an empty home, which is gone afterwards. */
export async function withHome(action) {
  await withDisplay(async () => {
    const home = mkdtempSync(join(tmpdir(), 'residual-studio-'));
    try {
      await action(home);
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  });
}

/** A studio whose tour has been taken, if this is its first start. */
export async function launch(home) {
  const settings = join(home, 'settings', 'settings.json');
  mkdirSync(dirname(settings), { recursive: true });
  if (!existsSync(settings)) writeFileSync(settings, '{"tourTaken": true}');
  const app = await _electron.launch({
    executablePath: electronPath(),
    args: [projectFolder],
    colorScheme: null,
    env: { ...process.env, RESIDUAL_STUDIO_HOME: home },
  });
  return { app, page: await app.firstWindow() };
}

/** A studio in a window of the usual size. */
export async function withWindow(home, action) {
  const { app, page } = await launch(home);
  try {
    await app.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0].setContentSize(size.width, size.height),
      size,
    );
    await action({ app, page });
  } finally {
    await app.close();
  }
}

/** Runs with so many lines of metrics, in that home. */
export function makeRuns(home, count, lines) {
  const program = join(projectFolder, 'scripts', 'benchmark', 'make-runs.mjs');
  execFileSync(process.execPath, [program, '--home', home, '--runs', String(count), '--lines', String(lines)]);
}

/** A studio with a run that trains, and the protocol of the developer tools for its page. */
export async function withStudio(model, action) {
  await withHome(async (home) => {
    makeRun(home, model);
    await withWindow(home, async ({ app, page }) => {
      const devtools = await page.context().newCDPSession(page);
      for (const domain of ['Performance', 'Profiler', 'HeapProfiler']) await devtools.send(`${domain}.enable`);
      await action({ app, page, home, devtools });
    });
  });
}

/** A run as it lies on the disk while it trains: it will be longer than what it has. */
function makeRun(home, variant) {
  makeRuns(home, 1, linesBefore);
  const folder = join(
    home,
    'runs',
    readdirSync(join(home, 'runs')).find((name) => !name.startsWith('.')),
  );
  const change = (name, changed) => {
    const path = join(folder, name);
    writeFileSync(path, JSON.stringify(changed(JSON.parse(readFileSync(path, 'utf8')))));
  };
  change('config.json', (config) => ({ ...config, training: { ...config.training, ...length, variant } }));
  change('state.json', (state) => ({ ...state, state: 'interrupted' }));
  const lines = readFileSync(join(folder, 'metrics.jsonl'), 'utf8').split('\n');
  writeFileSync(join(folder, 'metrics.jsonl'), lines.filter((line) => !line.includes('"end"')).join('\n'));
}

/** Shows the run in the Train view, as one that trains. @returns what its next update must go on from. */
export async function showTraining({ app, page }) {
  const [summary] = await page.evaluate(() => window.studio.request('runs.list', undefined));
  const { run } = summary;
  // The page brings its port with each start of it.
  await app.evaluate(({ ipcMain }) => {
    ipcMain.on('connect', ({ ports }) => (globalThis.pagePort = ports[0]));
  });
  await page.reload();
  await page.locator('nav [data-view=train]').waitFor();
  await app.evaluate((_electron, changed) => {
    globalThis.pagePort.postMessage({ type: 'event', name: 'runs.changed', value: { ...changed, state: 'training' } });
  }, summary);
  await page.locator('nav [data-view=train]').click();
  await page.locator('.layer[role=slider]').waitFor();
  return page.evaluate(async (run) => {
    const { next, steps } = await window.studio.request('runs.curves', { run });
    return { run, next, step: steps.step.length };
  }, run);
}
