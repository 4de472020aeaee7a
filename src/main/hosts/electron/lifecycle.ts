import { app, type BrowserWindow, type Event } from 'electron';
import type { Log } from '../../studio/log';

/** How long a run may take to write its last checkpoint before the studio ends without it. */
const patienceMillis = 20_000;
const mostCrashesAMinute = 3;

interface Service {
  close(): Promise<void> | void;
}

export interface KeptWindow {
  readonly current: () => BrowserWindow | null;
  /** Brings it to the front, also from the background. */
  readonly show: () => void;
  readonly onShown: (listener: () => void) => void;
  /** Called before it closes, which the event can prevent. Where the platform goes on without a window, never. */
  onClose: (event: Event) => void;
}

/** Opens the one window now and again when it is wanted, and quits with it where the platform does so. */
export function keepWindow(open: () => BrowserWindow, log: Log): KeptWindow {
  let window: BrowserWindow | null = null;
  const shown = new Set<() => void>();
  const show = () => {
    for (const listener of shown) listener();
    if (window) {
      if (!window.isVisible()) window.show();
      if (window.isMinimized()) window.restore();
      window.focus();
      return;
    }
    window = open();
    reviveAfterCrash(window, log);
    window.on('close', (event) => {
      if (process.platform !== 'darwin') kept.onClose(event);
    });
    window.once('closed', () => (window = null));
  };
  const kept: KeptWindow = {
    current: () => window,
    show,
    onShown: (listener) => void shown.add(listener),
    onClose: () => undefined,
  };
  app.on('second-instance', show);
  app.on('activate', show);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  show();
  return kept;
}

/** The runs go on when the page's process crashes; a new page reads what it missed. */
function reviveAfterCrash(window: BrowserWindow, log: Log): void {
  let crashes: number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    log.write('window', `the page's process ended: ${reason}`);
    const now = Date.now();
    crashes = [...crashes.filter((time) => now - time < 60_000), now];
    if (crashes.length <= mostCrashesAMinute) window.reload();
  });
}

/** Holds the end of the app back until every service has closed: runs stop with a checkpoint, processes end. */
export function closeBeforeQuit(services: readonly Service[], log: Log, mayQuit: () => Promise<boolean>): void {
  let state: 'running' | 'asking' | 'closing' | 'closed' = 'running';
  app.on('before-quit', (event) => {
    if (state === 'closed') return;
    event.preventDefault();
    if (state !== 'running') return;
    state = 'asking';
    void mayQuit().then(async (may) => {
      state = may ? 'closing' : 'running';
      if (!may) return;
      await closeAll(services, log);
      state = 'closed';
      app.quit();
    });
  });
}

async function closeAll(services: readonly Service[], log: Log): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(() => {
      log.write('quit', `not everything had ended after ${patienceMillis / 1000} seconds`);
      resolve();
    }, patienceMillis);
  });
  const closing = Promise.allSettled(services.map(async (service) => service.close()));
  await Promise.race([closing, patience]);
  clearTimeout(timer);
}
