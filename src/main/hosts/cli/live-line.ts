import type { Context } from './context';

const intervalMillis = 100;
const eraseLine = '\r\x1b[K';

/** One line at the foot of a terminal that is written over; elsewhere nothing of it is seen. */
export class LiveLine {
  readonly #context: Pick<Context, 'note' | 'isTerminal'>;
  #shownAt = -Infinity;
  #shown = '';

  constructor(context: Pick<Context, 'note' | 'isTerminal'>) {
    this.#context = context;
  }

  /** At most ten times a second. */
  show(text: string): void {
    if (!this.#context.isTerminal || performance.now() - this.#shownAt < intervalMillis) return;
    this.#shownAt = performance.now();
    this.#shown = text.slice(0, (process.stderr.columns || 80) - 1);
    this.#context.note(eraseLine + this.#shown);
  }

  /** A lasting line above it. */
  note(text: string): void {
    const shown = this.#shown;
    this.clear();
    this.#context.note(`${text}\n${shown}`);
    this.#shown = shown;
  }

  clear(): void {
    if (this.#shown !== '') this.#context.note(eraseLine);
    this.#shown = '';
  }
}
