/** Holds a run still between two steps, until it goes on or is stopped. */
export class Pause {
  #going: Promise<void> = Promise.resolve();
  #release: (() => void) | null = null;

  get on(): boolean {
    return this.#release !== null;
  }

  begin(): void {
    if (this.on) return;
    this.#going = new Promise((resolve) => (this.#release = resolve));
  }

  end(): void {
    this.#release?.();
    this.#release = null;
  }

  /** Resolves when it is over; at once where it is not on. */
  over(): Promise<void> {
    return this.#going;
  }
}
