import type { Settings } from '../../../shared/contract/settings';
import type { SettingsStore } from '../../studio/host';

/** What happens to a run that trains when somebody leaves the studio. */
export type Way = 'background' | 'stop' | 'cancel';

interface Options {
  isTraining: () => boolean;
  settings: { read(): Pick<Settings, 'closing'>; change: SettingsStore['change'] };
  /** Asks somebody; takes the question back where the signal comes. */
  ask: (signal: AbortSignal) => Promise<{ way: Way; remember: boolean }>;
  toBackground: () => void;
  quit: () => void;
}

/** Closing the window and quitting ask first, while a run trains. */
export class Leaving {
  readonly #options: Options;
  readonly #insistence = new AbortController();
  #asking: Promise<Way> | null = null;

  constructor(options: Options) {
    this.#options = options;
  }

  /** Keeps a window open until it is known what is wanted. */
  readonly closeWindow = (event: { preventDefault(): void }): void => {
    if (!this.#hasToAsk) return;
    event.preventDefault();
    const { closing } = this.#options.settings.read();
    void this.#choose(closing === 'ask' ? null : closing).then((way) => {
      if (way === 'stop') this.insist();
      if (way === 'background') this.#options.toBackground();
    });
  };

  /** Whether the studio may quit. A kept wish to train on without a window is no wish never to quit. */
  readonly mayQuit = async (): Promise<boolean> => {
    if (!this.#hasToAsk) return true;
    const way = await this.#choose(this.#options.settings.read().closing === 'stop' ? 'stop' : null);
    if (way === 'background') this.#options.toBackground();
    if (way === 'stop') this.#insistence.abort();
    return way === 'stop';
  };

  /** Quits without a question, as when the system ends: a run that trains is stopped with a checkpoint. */
  insist(): void {
    this.#insistence.abort();
    this.#options.quit();
  }

  get #hasToAsk(): boolean {
    return !this.#insistence.signal.aborted && this.#options.isTraining();
  }

  #choose(kept: Way | null): Promise<Way> {
    if (kept !== null) return Promise.resolve(kept);
    this.#asking ??= this.#ask().finally(() => (this.#asking = null));
    return this.#asking;
  }

  async #ask(): Promise<Way> {
    const { signal } = this.#insistence;
    const { way, remember } = await this.#options.ask(signal);
    if (signal.aborted) return 'stop';
    if (remember && way !== 'cancel') this.#options.settings.change({ closing: way });
    return way;
  }
}
