/** What is computed of a column that grows at its end: value by value in their order, each of them once. */
export class GrowingColumn {
  readonly #next: (value: number) => number;
  #held = new Float64Array(1024);
  #length = 0;

  /** @param next What comes of a value; it may depend on those before. */
  constructor(next: (value: number) => number) {
    this.#next = next;
  }

  /** @param values Those of the last time, unchanged, and those that came since. @returns one value for each. */
  of(values: Float64Array): Float64Array {
    if (values.length > this.#held.length) {
      const held = new Float64Array(2 * values.length);
      held.set(this.#held.subarray(0, this.#length));
      this.#held = held;
    }
    for (; this.#length < values.length; this.#length += 1) {
      this.#held[this.#length] = this.#next(values[this.#length] ?? NaN);
    }
    return this.#held.subarray(0, values.length);
  }
}
