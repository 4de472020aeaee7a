import { Notification } from 'electron';
import type { RunSummary } from '../../../shared/contract/run';
import { formats } from '../../../shared/words/formats';
import { said, spokenNow, type Texts } from './texts';
import { known } from '../../../shared/words/english';

/** Those that are shown; the system calls back only what is kept. */
const shown = new Set<Notification>();

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

/** What is said of a run that has ended; null where nothing is. */
export function endTitle({ name, state }: RunSummary, { notices }: Texts): string | null {
  if (state === 'finished') return notices.finished({ name });
  if (state === 'failed') return notices.failed({ name });
  return state === 'interrupted' ? notices.interrupted({ name }) : null;
}

/** Of a run that is finished its error, of another one what went wrong. */
export function endBody({ reason, reasonWords, testError, validationError }: RunSummary, { notices }: Texts): string {
  const error = testError ?? validationError;
  if (reason !== null) return said(known(reasonWords, reason));
  return error === null ? '' : notices.result({ error: formats[spokenNow()].percent(error) });
}
