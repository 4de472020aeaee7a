import { app, dialog, powerMonitor, type BrowserWindow, type MessageBoxOptions } from 'electron';
import type { RunQueue } from '../../studio/run-queue';
import type { RunService } from '../../studio/run-service';
import { Leaving, type Way } from './leaving';
import type { KeptWindow } from './lifecycle';
import type { Log } from '../../studio/log';
import { notify } from './notifications';
import type { SettingsStore } from '../../studio/host';
import { type Texts, texts } from './texts';
import type { TrainingWatch } from '../../studio/training-watch';
import { BackgroundTray } from './tray';

interface Options {
  runs: RunService;
  queue: RunQueue;
  watch: TrainingWatch;
  settings: SettingsStore;
  icon: string;
  log: Log;
  window: KeptWindow;
}

/** The order of the buttons. */
const ways: readonly Way[] = ['background', 'stop', 'cancel'];

/** Keeps a run that trains from ending with its window: the studio goes to the background, or asks before it quits. */
export function guardTraining({ runs, queue, watch, settings, icon, log, window }: Options): Leaving {
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
    message: leaving.question({ name }),
    detail: [leaving.detail, ...(waiting > 0 ? [leaving.waiting({ count: waiting })] : [])].join('\n\n'),
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
