/** What went wrong. */
export interface Notice {
  readonly id: number;
  readonly title: string;
  /** Shown word for word. */
  readonly message: string;
}

/** Notices that stay until they are dismissed, and what is said to a screen reader. */
export class Notices {
  #list = $state.raw<readonly Notice[]>([]);
  #announcement = $state.raw({ text: '' });
  #next = 1;

  get list(): readonly Notice[] {
    return this.#list;
  }

  /** A new object each time, so that the same words are said again. */
  get announcement(): { readonly text: string } {
    return this.#announcement;
  }

  show(title: string, message: string): void {
    const same = this.#list.filter((notice) => notice.title !== title || notice.message !== message);
    this.#list = [...same, { id: this.#next++, title, message }];
  }

  dismiss(id: number): void {
    this.#list = this.#list.filter((notice) => notice.id !== id);
  }

  /** Says it once, after whatever is being said. For ends and changes of state, never for progress. */
  announce(text: string): void {
    this.#announcement = { text };
  }
}
