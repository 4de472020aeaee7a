import { Notification } from 'electron';
import type { RunSummary } from '../../../shared/contract/run';
import type { TrainingWatch } from '../../studio/training-watch';
import { spoken } from './texts';
import type { Texts } from './texts/en';

interface Options {
  icon: string;
  /** Whether somebody looks at the window now. */
  isWatched: () => boolean;
  isWanted: () => boolean;
  words: () => Texts;
  /** Brings the window to the front with that run. */
  showRun: (run: string) => void;
}

/** Those that are shown; the system calls back only what is kept. */
const shown = new Set<Notification>();

/** Tells of runs that end while nobody looks; those that were stopped, somebody has stopped. */
export function notifyOfEnds(
  watch: Pick<TrainingWatch, 'onEnd'>,
  { icon, isWatched, isWanted, words, showRun }: Options,
): void {
  watch.onEnd((summary) => {
    const title = titleOf(summary, words());
    if (title === null || isWatched() || !isWanted()) return;
    notify({ title, body: bodyOf(summary, words()), icon, onClick: () => showRun(summary.run) });
  });
}

export function notify(options: { title: string; body: string; icon: string; onClick: () => void }): void {
  if (!Notification.isSupported()) return;
  const { title, body, icon, onClick } = options;
  const notification = new Notification({ title, body, icon });
  const forget = () => void shown.delete(notification);
  notification.on('click', () => {
    forget();
    onClick();
  });
  notification.on('close', forget);
  notification.on('failed', forget);
  shown.add(notification);
  notification.show();
}

function titleOf({ name, state }: RunSummary, { notices }: Texts): string | null {
  if (state === 'finished') return notices.finished(name);
  if (state === 'failed') return notices.failed(name);
  return state === 'interrupted' ? notices.interrupted(name) : null;
}

/** Of a run that is finished its error, of another one what went wrong. */
function bodyOf({ reason, testError, validationError }: RunSummary, { notices }: Texts): string {
  const error = testError ?? validationError;
  if (reason !== null) return spoken(reason);
  return error === null ? '' : notices.result(`${(error * 100).toFixed(1)} %`);
}
