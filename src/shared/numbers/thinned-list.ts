/** A list of bounded length: where it grows beyond its limit every second item is left out from then on. The newest is always there. */
export class ThinnedList<Item> {
  readonly #limit: number;
  #kept: Item[] = [];
  #newest: Item | null = null;
  #stride = 1;
  #count = 0;
  #items: readonly Item[] | null = null;

  constructor(limit: number) {
    this.#limit = limit;
  }

  push(item: Item): void {
    this.#items = null;
    this.#newest = item;
    if (this.#count % this.#stride === 0) {
      this.#kept.push(item);
      this.#newest = null;
    }
    this.#count += 1;
    if (this.#kept.length > this.#limit) {
      this.#kept = this.#kept.filter((_, index) => index % 2 === 0);
      this.#stride *= 2;
    }
  }

  /** In the order in which they came; the same array until something is added. */
  get items(): readonly Item[] {
    this.#items ??= this.#newest === null ? [...this.#kept] : [...this.#kept, this.#newest];
    return this.#items;
  }

  get newest(): Item | undefined {
    return this.#newest ?? this.#kept.at(-1);
  }
}
