/** Runs that were selected in the list, in the order in which they were, for what is done with several of them. */
export class RunSelection {
  #ids = $state.raw<readonly string[]>([]);

  /** Ids of the selected runs. */
  get ids(): readonly string[] {
    return this.#ids;
  }

  has(run: string): boolean {
    return this.#ids.includes(run);
  }

  set(run: string, selected: boolean): void {
    const others = this.#ids.filter((other) => other !== run);
    this.#ids = selected ? [...others, run] : others;
  }

  toggle(run: string): void {
    this.set(run, !this.has(run));
  }

  /** Selects these as well. */
  add(runs: readonly string[]): void {
    this.#ids = [...this.#ids, ...runs.filter((run) => !this.has(run))];
  }

  /** Lets go of whatever is not among these. */
  keepAmong(runs: ReadonlySet<string>): void {
    if (this.#ids.some((run) => !runs.has(run))) this.#ids = this.#ids.filter((run) => runs.has(run));
  }

  clear(): void {
    if (this.#ids.length > 0) this.#ids = [];
  }
}
