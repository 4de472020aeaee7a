import type { EventName, EventPayload, RequestInput, RequestName, RequestOutput } from '../../shared/contract/studio';
import type { Studio } from './studio';

type Handlers = {
  [Name in RequestName]?: (input: RequestInput<Name>) => RequestOutput<Name> | Promise<RequestOutput<Name>>;
};

/** The other side of the contract for tests of the state: answers by the handlers given, sends what a test sends. */
export class FakeStudio implements Studio {
  readonly handlers: Handlers;
  readonly #listeners = new Map<EventName, Set<(payload: never) => void>>();

  constructor(handlers: Handlers) {
    this.handlers = handlers;
  }

  async request<Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<RequestOutput<Name>> {
    const handler = this.handlers[name];
    if (!handler) throw new Error(`No handler for ${name}`);
    return handler(input);
  }

  on<Name extends EventName>(name: Name, listener: (payload: EventPayload<Name>) => void): () => void {
    const listeners = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  send<Name extends EventName>(name: Name, payload: EventPayload<Name>): void {
    for (const listener of this.#listeners.get(name) ?? []) listener(payload as never);
  }

  pathsOf(): string[] {
    return [];
  }
}

/** A promise that a test settles. */
export function held<Value>(): {
  promise: Promise<Value>;
  resolve: (value: Value) => void;
  reject: (thrown: Error) => void;
} {
  let resolve: (value: Value) => void = () => undefined;
  let reject: (thrown: Error) => void = () => undefined;
  const promise = new Promise<Value>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
