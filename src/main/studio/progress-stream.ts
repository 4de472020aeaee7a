import type { ImportProgress } from '../../shared/contract/dataset';

const intervalMillis = 50;

/** Passes on at most 20 reports a second, each stage's first always among them. */
export class ProgressStream {
  readonly #send: (progress: ImportProgress | null) => void;
  #stage: string | null = null;
  #sentAt = 0;

  constructor(send: (progress: ImportProgress | null) => void) {
    this.#send = send;
  }

  push(progress: ImportProgress): void {
    const now = Date.now();
    if (progress.stage === this.#stage && now - this.#sentAt < intervalMillis) return;
    this.#stage = progress.stage;
    this.#sentAt = now;
    this.#send(progress);
  }

  end(): void {
    this.#send(null);
  }
}
