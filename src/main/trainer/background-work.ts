/** One piece of work at a time that goes on while its owner does something else. A failure is told by the next call. */
export class BackgroundWork {
  #current: Promise<void> = Promise.resolve();

  /** Waits for what was started before, and starts this. @throws what the work before threw. */
  async start(work: () => Promise<void>): Promise<void> {
    await this.done();
    this.#current = work();
    // It is told by the next `start` or `done`.
    this.#current.catch(() => undefined);
  }

  /** @throws what the work threw. */
  async done(): Promise<void> {
    await this.#current;
  }
}
