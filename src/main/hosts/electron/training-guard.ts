import { app, dialog, powerMonitor, type BrowserWindow, type MessageBoxOptions } from 'electron';
import type { RunQueue } from '../../studio/run-queue';
import type { RunService } from '../../studio/run-service';
import type { Publish } from './ipc';
import { Leaving, type Way } from './leaving';
import type { KeptWindow } from './lifecycle';
import type { Log } from '../../studio/log';
import { notify, notifyOfEnds } from './notifications';
import { keepAwake } from './power';
import type { SettingsStore } from './settings';
import { texts } from './texts';
import type { Texts } from './texts/en';
import { TrainingWatch } from '../../studio/training-watch';
import { BackgroundTray } from './tray';

interface Options {
  runs: RunService;
  queue: RunQueue;
  settings: SettingsStore;
  icon: string;
  log: Log;
  window: KeptWindow;
  publish: Publish;
}

/** The order of the buttons. */
const ways: readonly Way[] = ['background', 'stop', 'cancel'];

/** What the system has to know of a run that trains: it keeps the machine awake, outlives the window and tells its end. */
export function guardTraining({ runs, queue, settings, icon, log, window, publish }: Options): Leaving {
  const watch = new TrainingWatch(runs);
  const quit = () => app.quit();

  const stop = (run: string) => void runs.stop(run).catch((thrown: unknown) => log.fault('tray', thrown));
  const tray = new BackgroundTray({ icon, log, words: texts, open: window.show, stop, quit });
  window.onShown(() => tray.hide());
  watch.onChange((training) => tray.update(training));

  function toBackground(): void {
    const { background: title, backgroundHint: body } = texts().notices;
    // A dock keeps the studio in sight.
    if (process.platform !== 'darwin') tray.show(watch.training);
    if (window.current()?.isVisible()) notify({ title, body, icon, onClick: window.show });
    window.current()?.hide();
  }

  function showRun(run: string): void {
    window.show();
    const contents = window.current()?.webContents;
    const open = () => publish('view.show', { view: 'runs', run });
    if (contents?.isLoading()) contents.once('did-finish-load', open);
    else open();
  }

  const leaving = new Leaving({
    isTraining: () => runs.active !== null,
    settings,
    toBackground,
    quit,
    ask: async (signal) => {
      const waiting = await queue.list().catch(() => []);
      const { active } = runs;
      const name = watch.training?.name ?? active ?? '';
      return ask(window.current(), questionOf(texts(), name, waiting.length), signal);
    },
  });

  keepAwake(watch);
  notifyOfEnds(watch, {
    icon,
    words: texts,
    showRun,
    isWatched: () => window.current()?.isFocused() ?? false,
    isWanted: () => settings.read().notifications,
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    // Listening anew is what takes the signal from Electron, which otherwise answers it by a plain wish to quit.
    process.removeAllListeners(signal);
    process.on(signal, () => leaving.insist());
  }
  powerMonitor.on('shutdown', () => leaving.insist());
  return leaving;
}

function questionOf({ leaving }: Texts, name: string, waiting: number): MessageBoxOptions {
  return {
    type: 'question',
    title: 'Residual Studio',
    noLink: true,
    message: leaving.question(name),
    detail: leaving.detail(waiting),
    checkboxLabel: leaving.remember,
    buttons: ways.map((way) => leaving[way]),
    defaultId: ways.indexOf('background'),
    cancelId: ways.indexOf('cancel'),
  };
}

async function ask(
  window: BrowserWindow | null,
  question: MessageBoxOptions,
  signal: AbortSignal,
): Promise<{ way: Way; remember: boolean }> {
  const options = { ...question, signal };
  const { response, checkboxChecked } = await (window?.isVisible()
    ? dialog.showMessageBox(window, options)
    : dialog.showMessageBox(options));
  return { way: ways[response] ?? 'cancel', remember: checkboxChecked };
}
