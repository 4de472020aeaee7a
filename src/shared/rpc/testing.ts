import type { Carrier, Message } from './carrier';

/** One end of a way between two ends in this process, for tests: messages arrive in a later turn, copied as JSON is. */
export class MemoryCarrier implements Carrier {
  readonly sent: Message[] = [];
  #other: MemoryCarrier | null = null;
  #take: (message: unknown) => void = () => undefined;
  #end: (reason?: Error) => void = () => undefined;
  #closed = false;

  send = (message: Message): void => {
    const text = JSON.stringify(message);
    this.sent.push(message);
    void Promise.resolve().then(() => this.#other?.arrive(JSON.parse(text)));
  };
  onMessage = (listener: (message: unknown) => void): void => void (this.#take = listener);
  onClose = (listener: (reason?: Error) => void): void => void (this.#end = listener);
  close = (): void => {
    this.lose();
    this.#other?.lose();
  };

  /** Something arrives from the other end, whatever it is. */
  arrive(message: unknown): void {
    if (!this.#closed) this.#take(message);
  }

  /** The other end is gone. */
  lose(reason?: Error): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#end(reason);
  }

  static pair(): [MemoryCarrier, MemoryCarrier] {
    const [one, other] = [new MemoryCarrier(), new MemoryCarrier()];
    [one.#other, other.#other] = [other, one];
    return [one, other];
  }
}
