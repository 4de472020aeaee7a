/**
 * Starts the built app, the real one, with an empty home of its own. By hand, where there is no display:
 *
 *     node scripts/build.mjs
 *     RESIDUAL_STUDIO_HOME=$(mktemp -d) xvfb-run -a npm start
 *     npx vitest run --project e2e e2e/security.test.ts
 *
 * A test that fails leaves a picture of the window and the studio's log in test-results/.
 */
import { _electron, type ElectronApplication, type Locator, type Page } from 'playwright-core';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, onTestFinished } from 'vitest';
import type { RequestInput, RequestName, RequestOutput } from '../src/shared/contract/studio';

export const projectFolder = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '');
export const sampleFolder = join(projectFolder, 'resources', 'sample', 'fashion-mnist');
const resultsFolder = join(projectFolder, 'test-results');

/** Waiting for something that a busy machine takes long for, in milliseconds. */
export const patience = 60_000;

export class Studio {
  #app: ElectronApplication | null = null;
  #page: Page | null = null;
  /** Errors that the page wrote to its console or did not catch, whatever it refused to load among them. */
  readonly complaints: string[] = [];

  constructor(readonly home: string) {}

  get app(): ElectronApplication {
    if (!this.#app) throw new Error('the studio is not running');
    return this.#app;
  }

  get page(): Page {
    if (!this.#page) throw new Error('the studio has no window');
    return this.#page;
  }

  /** Starts as if the tour had been taken, where there are no settings yet. */
  leaveTour(): void {
    const folder = join(this.home, 'settings');
    const file = join(folder, 'settings.json');
    if (existsSync(file)) return;
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, '{"tourTaken": true}');
  }

  /** @returns milliseconds until the window could be used. */
  async start(): Promise<number> {
    const startedAt = Date.now();
    this.#app = await _electron.launch({
      executablePath: await electronPath(),
      args: [projectFolder],
      // Otherwise Playwright sets the colours, not the studio.
      colorScheme: null,
      env: environment({ RESIDUAL_STUDIO_HOME: this.home }),
      timeout: patience,
    });
    this.#page = await this.#app.firstWindow({ timeout: patience });
    this.#page.setDefaultTimeout(patience);
    this.#page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
    this.#page.on('pageerror', (error) => this.complaints.push(String(error)));
    // In whatever language.
    await this.page.locator('nav [data-view=datasets]').waitFor();
    return Date.now() - startedAt;
  }

  /** Quits as a user does, who has a run that trains stopped with a checkpoint; waits until the process is gone. */
  async quit(): Promise<void> {
    await this.#app
      ?.evaluate(({ dialog }) => {
        dialog.showMessageBox = () => Promise.resolve({ response: 1, checkboxChecked: false });
      })
      // A test may have ended it itself.
      .catch(() => undefined);
    await this.#app?.close();
    this.#app = null;
    this.#page = null;
  }

  /** Ends its main process as the system does when memory runs out. */
  kill(): void {
    this.#app?.process().kill('SIGKILL');
    this.#app = null;
    this.#page = null;
  }

  async restart(): Promise<void> {
    await this.quit();
    await this.start();
  }

  /** Asks main as the page does. */
  request<Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<RequestOutput<Name>> {
    const message: { name: string; input: unknown } = { name, input };
    const answer: Promise<unknown> = this.page.evaluate(
      ({ name, input }) => (window.studio.request as (name: string, input: unknown) => Promise<unknown>)(name, input),
      message,
    );
    return answer as Promise<RequestOutput<Name>>;
  }

  /** Gives files and folders to the window as the dialog does, whose answer is all that is not the system's here. */
  async give(...paths: string[]): Promise<void> {
    await this.app.evaluate(({ dialog }, filePaths) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths });
    }, paths);
    await this.request('host.choose', 'dataset');
  }

  view(name: string): Locator {
    return this.page.getByRole('navigation').getByRole('button', { name });
  }

  async show(name: string): Promise<void> {
    await this.view(name).click();
    await this.page.locator('nav button[aria-current=page]', { hasText: name }).waitFor();
    await this.page.getByRole('heading', { level: 1 }).waitFor();
  }

  /** Drags files from outside onto the middle of the window and drops them there, as the system does. */
  async drop(...files: string[]): Promise<void> {
    const session = await this.page.context().newCDPSession(this.page);
    const { width, height } = await this.page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    const data = { items: [], files, dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await session.send('Input.dispatchDragEvent', { type, x: width / 2, y: height / 2, data });
    }
    await session.detach();
  }

  async keepTraces(name: string): Promise<void> {
    mkdirSync(resultsFolder, { recursive: true });
    const path = join(resultsFolder, name.replace(/[^\w]+/g, '-'));
    await this.#page?.screenshot({ path: `${path}.png`, timeout: 10_000 }).catch(() => undefined);
    const log = join(this.home, 'settings', 'log.txt');
    if (existsSync(log)) copyFileSync(log, `${path}.txt`);
  }
}

interface Options {
  /** Instead of an empty one: a home that is there already, and stays. */
  home?: string;
  /** Whether the tour of the first start is wanted, which lies over the window. */
  tour?: boolean;
  /** For tests that provoke errors in the page's console. */
  allowComplaints?: boolean;
}

/** A studio with a window for the test that is running; it is closed with the test. */
export async function openStudio({ home, tour = false, allowComplaints = false }: Options = {}): Promise<Studio> {
  const studio = new Studio(home ?? mkdtempSync(join(tmpdir(), 'residual-studio-')));
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') await studio.keepTraces(task.name);
    await studio.quit();
    if (!home) rmSync(studio.home, { recursive: true, force: true });
    if (!allowComplaints) expect(studio.complaints).toEqual([]);
  });
  if (!tour) studio.leaveTour();
  await studio.start();
  return studio;
}

export async function electronPath(): Promise<string> {
  const url = pathToFileURL(join(projectFolder, 'scripts', 'setup', 'electron.mjs')).href;
  const setup = (await import(/* @vite-ignore */ url)) as { electronPath(): string | undefined };
  const path = setup.electronPath();
  if (!path) throw new Error('Electron is missing: npm run setup brings it');
  return path;
}

export function environment(more: Record<string, string>): Record<string, string> {
  const set = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { ...Object.fromEntries(set.filter(([name]) => name !== 'ELECTRON_RUN_AS_NODE')), ...more };
}
