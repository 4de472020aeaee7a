/** At most 20 messages a second: more than the eye follows, and little enough for the process that takes them. */
export const messageMillis = 50;

/**
 * Passes on values where they leave a process: the first at once, and later ones as one every {@link messageMillis}.
 */
export class Throttle<Value> {
  readonly #send: (value: Value) => void;
  readonly #join: (waiting: Value, next: Value) => Value;
  #waiting: { readonly value: Value } | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #sentAt = -Infinity;

  /** @param join One value for one that waits and the next; unless given, the next one alone. */
  constructor(send: (value: Value) => void, join: (waiting: Value, next: Value) => Value = (_, next) => next) {
    this.#send = send;
    this.#join = join;
  }

  /** @throws what `send` throws where the value leaves at once. */
  push(value: Value): void {
    this.#waiting = { value: this.#waiting ? this.#join(this.#waiting.value, value) : value };
    const wait = this.#sentAt + messageMillis - performance.now();
    if (wait <= 0) this.flush();
    else this.#timer ??= setTimeout(() => this.flush(), wait);
  }

  /** Sends what waits now: what follows must not overtake it. */
  flush(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    if (!this.#waiting) return;
    const { value } = this.#waiting;
    this.#waiting = null;
    this.#sentAt = performance.now();
    this.#send(value);
  }
}
