import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { electronPath, environment, openStudio, patience, projectFolder, type Studio } from './studio';

interface StateFile {
  readonly state: string;
  readonly updatedAt: string;
  readonly steps: number;
}

const stateOf = (studio: Studio, run: string) =>
  JSON.parse(readFileSync(join(studio.home, 'runs', run, 'state.json'), 'utf8')) as StateFile;

const stepsOf = (studio: Studio, run: string) => {
  const path = join(studio.home, 'runs', run, 'metrics.jsonl');
  return existsSync(path) ? readFileSync(path, 'utf8').split('"event":"step"').length - 1 : 0;
};

/** Starts a run that would take hours, or waits behind one. */
async function start(studio: Studio, dataset: string, name: string, steps = 100_000): Promise<string> {
  const request = {
    dataset,
    name,
    steps,
    variant: 'resnet8',
    batch: 32,
    recipe: 'paper',
    augmentation: 'none',
  } as const;
  return (await studio.request('runs.start', request)).run;
}

async function openTraining(options?: { allowComplaints: boolean }) {
  const studio = await openStudio(options);
  const dataset = (await studio.request('datasets.importSample', undefined)).id;
  const run = await start(studio, dataset, 'Long');
  await expect.poll(() => stepsOf(studio, run), { timeout: patience }).toBeGreaterThan(2);
  return { studio, dataset, run };
}

/** A start of the studio that is to end by itself. @returns its exit code. */
async function startAgain(change: Record<string, string>, without: string[] = []): Promise<number | null> {
  const env = Object.fromEntries(Object.entries(environment(change)).filter(([name]) => !without.includes(name)));
  const child = spawn(await electronPath(), ['--no-sandbox', projectFolder], { env, stdio: 'ignore' });
  onTestFinished(() => void child.kill('SIGKILL'));
  return new Promise((resolve) => child.once('exit', resolve));
}

const isVisible = ({ app }: Studio) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
const hide = ({ app }: Studio) => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
const closeWindow = ({ app }: Studio) => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
const isKeptAwake = ({ app }: Studio) =>
  app.evaluate(({ powerSaveBlocker }) => [0, 1, 2, 3, 4].some((id) => powerSaveBlocker.isStarted(id)));

/** The button that is pressed from now on where the studio asks; what it asked is kept. */
async function answer({ app }: Studio, button: string): Promise<void> {
  await app.evaluate(({ dialog }, button) => {
    const asked = globalThis as unknown as { questions?: string[] };
    asked.questions ??= [];
    dialog.showMessageBox = ((...given: Electron.MessageBoxOptions[]) => {
      const { message, detail, buttons } = given.at(-1) ?? { message: '' };
      asked.questions?.push(`${message} ${detail}`);
      return Promise.resolve({ response: buttons?.indexOf(button) ?? -1, checkboxChecked: false });
    }) as typeof dialog.showMessageBox;
  }, button);
}

const questions = ({ app }: Studio) =>
  app.evaluate(() => (globalThis as unknown as { questions?: string[] }).questions ?? []);

describe('the queue', () => {
  it('is put in order by the keyboard, loses a cancelled run, and is trained after a restart', async () => {
    const { studio, dataset, run: long } = await openTraining();
    const { page } = studio;
    const panel = page.getByRole('region', { name: 'Queue' });
    const names = () => panel.locator('li .open').allInnerTexts();
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));

    await studio.show('Train');
    await page.getByRole('heading', { level: 1, name: 'Long' }).waitFor();
    await page.getByRole('button', { name: 'New run' }).click();
    await page.getByRole('button', { name: 'Add to the queue' }).click();
    await page.getByText('is the next in the queue').waitFor();
    await page.getByText(/waits in the queue as number 1/).waitFor({ state: 'attached' });
    const [formRun] = await studio.request('queue.read', undefined);
    const second = await start(studio, dataset, 'Second', 3);
    const third = await start(studio, dataset, 'Third', 3);
    await expect.poll(names).toEqual([expect.stringContaining('ResNet-20'), 'Second', 'Third']);

    await page.getByRole('button', { name: 'Move Third up' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await names())[1]).toBe('Third');
    await page.getByText('Third is number 2 of 3 in the queue.').waitFor({ state: 'attached' });
    await expect.poll(focused).toBe('Move Third up');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await names())[0]).toBe('Third');
    await expect.poll(focused).toBe('Move Third down');

    await panel.getByRole('button', { name: /^Remove ResNet-20 .* from the queue/ }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(names).toEqual(['Third', 'Second']);
    await expect.poll(focused).toBe('Remove Second from the queue');
    expect(stateOf(studio, formRun ?? '').state).toBe('stopped');

    await studio.restart();
    expect(stateOf(studio, long).state).toBe('stopped');
    await expect.poll(() => stateOf(studio, second).state, { timeout: 2 * patience }).toBe('finished');
    expect(stateOf(studio, third)).toMatchObject({ state: 'finished', steps: 3 });
    expect(stateOf(studio, third).updatedAt < stateOf(studio, second).updatedAt).toBe(true);
    expect(await studio.request('queue.read', undefined)).toEqual([]);
    expect(stateOf(studio, long).state).toBe('stopped');
  });

  it('gives a run its turn now, and goes on with the one before afterwards', async () => {
    const { studio, dataset, run: long } = await openTraining();
    const { page } = studio;
    const short = await start(studio, dataset, 'Short', 3);
    await studio.show('Train');
    await page.getByRole('button', { name: /^Start Short now/ }).click();
    await expect.poll(() => stateOf(studio, short).state, { timeout: patience }).toBe('finished');
    const done = stateOf(studio, long).steps;
    expect(done).toBeGreaterThan(2);
    await expect.poll(() => stateOf(studio, long).state, { timeout: patience }).toBe('training');
    await expect.poll(() => stepsOf(studio, long), { timeout: patience }).toBeGreaterThan(done);
    await studio.request('runs.stop', { run: long });
    expect(stateOf(studio, long).steps).toBeGreaterThan(done);
  });
});

describe('the run that is shown', () => {
  it('stays when the queue moves on, and tells what trains now, with a way there', async () => {
    const { studio, dataset, run } = await openTraining();
    const { page } = studio;
    const heading = (name: string) => page.getByRole('heading', { level: 1, name });
    await studio.show('Train');
    await heading('Long').waitFor();
    const next = await start(studio, dataset, 'Next');
    await page.getByRole('region', { name: 'Queue' }).waitFor();
    expect(await page.getByText('Now training').count()).toBe(0);
    await studio.request('runs.stop', { run });
    await page.getByText('Now training: Next').waitFor();
    expect(await heading('Long').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Watch Next' }).click();
    await heading('Next').waitFor();
    await expect.poll(() => page.getByText('Now training').count()).toBe(0);

    // What it needs is not removed, and nobody is asked.
    await studio.show('Datasets');
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await page.getByRole('alert').getByText('The run Next needs').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    await studio.request('runs.stop', { run: next });
    await expect.poll(() => stateOf(studio, next).state, { timeout: patience }).toBe('stopped');
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await page.getByRole('dialog').waitFor();
  });
});

describe('a second studio on the same data folder', () => {
  it('brings the first one to the front, whatever its settings, and a killed one is no hindrance', async () => {
    const studio = await openStudio();
    await hide(studio);
    expect(await startAgain({ RESIDUAL_STUDIO_HOME: studio.home })).toBe(0);
    await expect.poll(() => isVisible(studio)).toBe(true);

    await hide(studio);
    const config = mkdtempSync(join(tmpdir(), 'residual-studio-'));
    onTestFinished(() => rmSync(config, { recursive: true, force: true }));
    mkdirSync(join(config, 'residual-studio'));
    writeFileSync(join(config, 'residual-studio', 'settings.json'), JSON.stringify({ dataFolder: studio.home }));
    expect(await startAgain({ XDG_CONFIG_HOME: config }, ['RESIDUAL_STUDIO_HOME'])).toBe(0);
    await expect.poll(() => isVisible(studio)).toBe(true);

    studio.kill();
    expect(existsSync(join(studio.home, 'studio.lock'))).toBe(true);
    await studio.start();
    expect(await studio.request('runs.list', undefined)).toEqual([]);
    await studio.quit();
    expect(existsSync(join(studio.home, 'studio.lock'))).toBe(false);
  });
});

describe('closing the window while a run trains', () => {
  it('asks: stay, train on without a window, or stop with a checkpoint', async () => {
    const { studio, dataset, run } = await openTraining();
    await start(studio, dataset, 'Waiting', 3);
    await expect.poll(() => isKeptAwake(studio)).toBe(true);
    await answer(studio, 'Cancel');
    await closeWindow(studio);
    await expect.poll(async () => (await questions(studio)).length).toBe(1);
    expect((await questions(studio))[0]).toMatch(/Long is training.*1 run waits in the queue/s);
    expect(await isVisible(studio)).toBe(true);

    await answer(studio, 'Keep Training');
    await closeWindow(studio);
    await expect.poll(() => isVisible(studio), { timeout: patience }).toBe(false);
    const steps = stepsOf(studio, run);
    await expect.poll(() => stepsOf(studio, run), { timeout: patience }).toBeGreaterThan(steps + 2);
    expect(await startAgain({ RESIDUAL_STUDIO_HOME: studio.home })).toBe(0);
    await expect.poll(() => isVisible(studio)).toBe(true);

    // The menu's item asks as well.
    await answer(studio, 'Cancel');
    await studio.app.evaluate(({ app }) => app.quit());
    await expect.poll(async () => (await questions(studio)).length).toBe(3);
    expect(stateOf(studio, run).state).toBe('training');

    await answer(studio, 'Stop with a Checkpoint');
    const ended = new Promise<void>((resolve) => studio.app.once('close', () => resolve()));
    await closeWindow(studio);
    await ended;
    expect(stateOf(studio, run).state).toBe('stopped');
    expect(existsSync(join(studio.home, 'runs', run, 'checkpoints', 'last.safetensors'))).toBe(true);
  });

  it('asks nothing once the choice is kept, nor where the system ends the studio', async () => {
    const { studio, run } = await openTraining();
    await studio.show('Settings');
    await studio.page.getByRole('radio', { name: 'Keep training' }).check({ force: true });
    await closeWindow(studio);
    await expect.poll(() => isVisible(studio), { timeout: patience }).toBe(false);
    expect(await questions(studio)).toEqual([]);
    const ended = new Promise<void>((resolve) => studio.app.once('close', () => resolve()));
    studio.app.process().kill('SIGTERM');
    await ended;
    expect(stateOf(studio, run).state).toBe('stopped');
  });
});

describe('a page that is reloaded or crashes', () => {
  it('ends no run', async () => {
    const { studio, run } = await openTraining({ allowComplaints: true });
    const goesOn = async () => {
      const steps = stepsOf(studio, run);
      await expect.poll(() => stepsOf(studio, run), { timeout: patience }).toBeGreaterThan(steps + 2);
      expect(stateOf(studio, run).state).toBe('training');
    };
    await studio.page.reload();
    await studio.view('Train').waitFor();
    await goesOn();
    await studio.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    );
    await goesOn();
    await expect
      .poll(
        () =>
          studio.app.evaluate(({ BrowserWindow }) => {
            const contents = BrowserWindow.getAllWindows()[0]?.webContents;
            return contents && !contents.isCrashed() && !contents.isLoading();
          }),
        { timeout: patience },
      )
      .toBe(true);
  });
});
