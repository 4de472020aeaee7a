import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

/** Builds the app and opens a display where there is none; the home is gone afterwards. */
export async function withHome(action) {
  await setUp({ settings: { virtualDisplay: true } });
  await build();
  const home = mkdtempSync(join(tmpdir(), 'residual-studio-'));
  mkdirSync(join(home, 'settings'));
  writeFileSync(join(home, 'settings', 'settings.json'), '{"tourTaken": true}');
  const closeDisplay = await openDisplay();
  try {
    await action(home);
  } finally {
    closeDisplay();
    rmSync(home, { recursive: true, force: true });
  }
}

export async function launch(home) {
  const app = await _electron.launch({
    executablePath: electronPath(),
    args: [projectFolder],
    colorScheme: null,
    env: { ...process.env, RESIDUAL_STUDIO_HOME: home },
  });
  return { app, page: await app.firstWindow() };
}

/** A studio with an empty home, and the protocol of the developer tools for its page. */
export async function withStudio(model, action) {
  await withHome(async (home) => {
    makeRun(home, model);
    const { app, page } = await launch(home);
    try {
      await app.evaluate(
        ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0].setContentSize(size.width, size.height),
        size,
      );
      const devtools = await page.context().newCDPSession(page);
      for (const domain of ['Performance', 'Profiler', 'HeapProfiler']) await devtools.send(`${domain}.enable`);
      await action({ app, page, home, devtools });
    } finally {
      await app.close();
    }
  });
}

/** A run as it lies on the disk while it trains: it will be longer than what it has. */
function makeRun(home, variant) {
  const program = join(projectFolder, 'scripts', 'benchmark', 'make-runs.mjs');
  execFileSync(process.execPath, [program, '--home', home, '--runs', '1', '--lines', String(linesBefore)]);
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
  await app.evaluate(
    ({ BrowserWindow }, changed) =>
      BrowserWindow.getAllWindows()[0].webContents.send('event', 'runs.changed', { ...changed, state: 'training' }),
    summary,
  );
  await page.locator('nav [data-view=train]').click();
  await page.locator('.layer[role=slider]').waitFor();
  return page.evaluate(async (run) => {
    const { next, steps } = await window.studio.request('runs.curves', { run });
    return { run, next, step: steps.step.length };
  }, run);
}
