import { isMessage, type Carrier, type Message, type WireError } from './carrier';
import { ClosedError, fromWire, toWire, tooLarge, tooMany } from './errors';
import { Intake, isWithin, type Limits } from './intake';

/** What somebody who answers knows of the request besides its input. */
export interface Call {
  /** Aborted when nobody waits for the answer any more: it was cancelled, or the other side is gone. */
  readonly signal: AbortSignal;
  /** Tells the one who asked how far it is. */
  progress(value: unknown): void;
}

export interface CallOptions {
  /** Cancels the request: its promise is rejected at once, with the signal's reason. */
  readonly signal?: AbortSignal;
  onProgress?(value: unknown): void;
}

export interface PeerOptions {
  /** Takes what goes wrong and nobody waits for: messages that are none, listeners that throw. */
  fault?(where: string, thrown: unknown): void;
  /** What the other side is told of what an answer threw; the error itself unless given. */
  told?(name: string, thrown: unknown): unknown;
  /** What the other side may ask at once; as much as it likes unless given. */
  readonly limits?: Limits;
}

interface Waiting {
  readonly options: CallOptions;
  settle(): void;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

type Answer = (input: unknown, call: Call) => unknown;
type Listener = (value: unknown) => void;
type Request = Message & { readonly type: 'request' };

/** Who is quiet for so long, in milliseconds, begins anew. */
const quietMillis = 1000;
/** More lines about messages that are none say nothing more. */
const mostFaults = 20;

/**
 * One end of a connection: asks the other end and answers it, and sends and hears events. It knows nothing of what is
 * asked; `serve` and `clientOf` give it types and checks.
 */
export class Peer {
  readonly #carrier: Carrier;
  readonly #options: PeerOptions;
  readonly #waiting = new Map<number, Waiting>();
  readonly #running = new Map<number, AbortController>();
  readonly #answers = new Map<string, Answer>();
  readonly #listeners = new Map<string, Set<Listener>>();
  readonly #ends = new Set<() => void>();
  readonly #intake: Intake<Request> | null;
  /** Messages that were refused without {@link quietMillis} between them. */
  #refused = 0;
  #refusedAt = -Infinity;
  #faults = 0;
  #lastId = 0;
  #closed: Error | null = null;

  constructor(carrier: Carrier, options: PeerOptions = {}) {
    this.#carrier = carrier;
    this.#options = options;
    this.#intake = options.limits ? new Intake(options.limits, (request) => this.#answer(request)) : null;
    carrier.onMessage((message) => this.#receive(message));
    carrier.onClose((reason) => this.#end(reason ?? new ClosedError()));
  }

  /**
   * Asks the other end.
   * @throws what its answer threw, the reason of a signal that cancels it, or a {@link ClosedError}, or the carrier's own
   * reason, where the other end is gone.
   */
  async request(name: string, input: unknown, options: CallOptions = {}): Promise<unknown> {
    if (this.#closed) throw this.#closed;
    const { signal } = options;
    if (signal?.aborted) throw reasonOf(signal);
    const id = (this.#lastId += 1);
    return new Promise((resolve, reject) => {
      const cancel = (): void => {
        this.#settle(id);
        this.#send({ type: 'cancel', id });
        reject(reasonOf(signal));
      };
      const settle = (): void => signal?.removeEventListener('abort', cancel);
      signal?.addEventListener('abort', cancel);
      this.#waiting.set(id, { options, settle, resolve, reject });
      try {
        this.#carrier.send({ type: 'request', id, name, input });
      } catch (thrown) {
        this.#settle(id)?.reject(thrown);
      }
    });
  }

  /** Has requests of that name answered. */
  answer(name: string, answer: Answer): void {
    this.#answers.set(name, answer);
  }

  /** Tells the other end. Where it is gone nobody hears it. */
  emit(name: string, value: unknown): void {
    this.#send({ type: 'event', name, value });
  }

  /** @returns a function that ends the subscription. */
  on(name: string, listener: Listener): () => void {
    const listeners = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, listeners.add(listener));
    return () => void listeners.delete(listener);
  }

  /** Called once, when the connection has ended. */
  onEnd(listener: () => void): void {
    if (this.#closed) listener();
    else this.#ends.add(listener);
  }

  /** Ends the connection: requests that wait are rejected, and those that are answered are cancelled. */
  close(reason: Error = new ClosedError()): void {
    this.#end(reason);
    this.#carrier.close();
  }

  #receive(message: unknown): void {
    if (this.#closed) return;
    if (!isMessage(message)) return this.#refuse(message);
    if (message.type === 'request') return this.#take(message);
    if (message.type === 'event') return this.#hear(message);
    if (message.type === 'cancel') return this.#cancel(message.id);
    if (message.type === 'progress') return this.#progress(message);
    // Nobody waits any more where it was cancelled.
    const waiting = this.#settle(message.id);
    if (!waiting) return this.#countRefused();
    if (message.type === 'answer') waiting.resolve(message.value);
    else waiting.reject(fromWire(message.error));
  }

  #take(request: Request): void {
    const { limits } = this.#options;
    if (!limits || !this.#intake) return void this.#answer(request);
    const { id, name, input } = request;
    if (this.#intake.isWaiting(id)) return this.#countRefused();
    if (this.#intake.isFull) return this.#sendRefusal(id, tooMany());
    if (!isWithin([name, input], limits.bytes)) return this.#sendRefusal(id, tooLarge());
    this.#intake.take(request);
  }

  #cancel(id: number): void {
    this.#intake?.drop(id);
    this.#running.get(id)?.abort(new ClosedError('It was cancelled.'));
  }

  #sendRefusal(id: number, error: WireError): void {
    this.#send({ type: 'error', id, error });
    this.#countRefused();
  }

  /** One who goes on and on is heard no more: even a refusal takes time that others wait for. */
  #countRefused(): void {
    const { refused = Infinity } = this.#options.limits ?? {};
    const now = performance.now();
    this.#refused = now - this.#refusedAt > quietMillis ? 1 : this.#refused + 1;
    this.#refusedAt = now;
    if (this.#refused < refused) return;
    const reason = new ClosedError('The other side has sent far more than can be answered.');
    this.fault('message', reason);
    this.close(reason);
  }

  /** What is no message has no answer, unless it is numbered. */
  #refuse(arrived: unknown): void {
    const thrown = new TypeError('Something arrived that is no message.');
    this.#faults += 1;
    if (this.#faults <= mostFaults) this.fault('message', thrown);
    this.#countRefused();
    const { type, id } = Object(arrived) as Readonly<Record<string, unknown>>;
    if (type === 'request' && Number.isSafeInteger(id)) {
      this.#send({ type: 'error', id: id as number, error: toWire(this.#told('message', thrown)) });
    }
  }

  #told(name: string, thrown: unknown): unknown {
    return this.#options.told ? this.#options.told(name, thrown) : thrown;
  }

  async #answer({ id, name, input }: Request): Promise<void> {
    if (this.#running.has(id)) return this.fault(name, new TypeError(`There is a request of number ${id} already.`));
    const cancellation = new AbortController();
    const { signal } = cancellation;
    this.#running.set(id, cancellation);
    const isWanted = (): boolean => this.#running.get(id) === cancellation;
    const progress = (value: unknown): void => {
      if (isWanted() && !signal.aborted) this.#send({ type: 'progress', id, value });
    };
    try {
      const answer = this.#answers.get(name);
      if (!answer) throw new TypeError(`There is no request "${name}".`);
      const value = await answer(input, { signal, progress });
      if (isWanted()) this.#carrier.send({ type: 'answer', id, value });
    } catch (thrown) {
      const told = this.#told(name, thrown);
      if (isWanted()) this.#send({ type: 'error', id, error: toWire(told) });
    } finally {
      if (isWanted()) this.#running.delete(id);
    }
  }

  #progress({ id, value }: Message & { type: 'progress' }): void {
    try {
      this.#waiting.get(id)?.options.onProgress?.(value);
    } catch (thrown) {
      this.fault('progress', thrown);
    }
  }

  #hear({ name, value }: Message & { type: 'event' }): void {
    for (const listener of this.#listeners.get(name) ?? []) {
      try {
        listener(value);
      } catch (thrown) {
        this.fault(name, thrown);
      }
    }
  }

  /** For what nobody waits for. */
  #send(message: Message): void {
    if (this.#closed) return;
    try {
      this.#carrier.send(message);
    } catch (thrown) {
      this.fault(message.type, thrown);
    }
  }

  #settle(id: number): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    waiting?.settle();
    return waiting;
  }

  #end(reason: Error): void {
    if (this.#closed) return;
    this.#closed = reason;
    this.#intake?.close();
    for (const id of [...this.#waiting.keys()]) this.#settle(id)?.reject(reason);
    for (const cancellation of this.#running.values()) cancellation.abort(reason);
    this.#running.clear();
    for (const listener of this.#ends) listener();
    this.#ends.clear();
  }

  /** For what goes wrong and nobody waits for. */
  fault(where: string, thrown: unknown): void {
    if (this.#options.fault) this.#options.fault(where, thrown);
    else console.error(where, thrown);
  }
}

function reasonOf(signal: AbortSignal | undefined): unknown {
  return signal?.reason ?? new ClosedError('It was cancelled.');
}
