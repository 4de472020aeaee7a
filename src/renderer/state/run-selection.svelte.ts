import { SvelteSet } from 'svelte/reactivity';

/** The runs that are selected in the list. */
export class RunSelection {
  readonly #ids = new SvelteSet<string>();

  get ids(): ReadonlySet<string> {
    return this.#ids;
  }

  toggle(id: string): void {
    if (!this.#ids.delete(id)) this.#ids.add(id);
  }

  clear(): void {
    this.#ids.clear();
  }
}
