import type { z } from 'zod';
import { UserError } from '../errors';
import { joined, message } from '../words/message';
import type { CallOptions, Peer } from './peer';
import { wordsOfIssue } from '../words/outside';

/** A request: what it takes, what it answers, and what it tells on the way. */
export interface Row {
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  readonly progress?: z.ZodType;
}

/** What a process offers: a table of its requests and one of its events, by their names. */
export interface Service {
  readonly requests: Readonly<Record<string, Row>>;
  readonly events: Readonly<Record<string, z.ZodType>>;
}

export type RequestNameOf<Of extends Service> = keyof Of['requests'] & string;
export type EventNameOf<Of extends Service> = keyof Of['events'] & string;
export type ProgressOf<Of extends Row> = Of extends { readonly progress: z.ZodType } ? z.output<Of['progress']> : never;

/** What does the work of each request; the input has its defaults filled in. */
export type HandlersOf<Of extends Service, Name extends RequestNameOf<Of> = RequestNameOf<Of>> = {
  readonly [Each in Name]: (
    input: z.output<Of['requests'][Each]['input']>,
    call: { readonly signal: AbortSignal; progress(value: ProgressOf<Of['requests'][Each]>): void },
  ) => z.output<Of['requests'][Each]['output']> | Promise<z.output<Of['requests'][Each]['output']>>;
};

export type Emit<Of extends Service> = <Name extends EventNameOf<Of>>(
  name: Name,
  value: z.output<Of['events'][Name]>,
) => void;

/**
 * A service of another process. `Checks` is whether this side is the one that checks: then it takes inputs as the schema
 * gives them, for nobody fills in defaults on the other side.
 */
export interface Client<Of extends Service, Checks extends boolean = false> {
  request<Name extends RequestNameOf<Of>>(
    name: Name,
    input: Checks extends true ? z.output<Of['requests'][Name]['input']> : z.input<Of['requests'][Name]['input']>,
    options?: { readonly signal?: AbortSignal; onProgress?(value: ProgressOf<Of['requests'][Name]>): void },
  ): Promise<z.output<Of['requests'][Name]['output']>>;
  /** @returns a function that ends the subscription. */
  on<Name extends EventNameOf<Of>>(name: Name, listener: (value: z.output<Of['events'][Name]>) => void): () => void;
}

/**
 * Who checks: of two processes the one that trusts the other less, and each message once. `inputs` are those of the
 * other side; `own` is for development, where what this side says is held against the table as well.
 */
export interface ServeOptions {
  readonly checks: { readonly inputs: boolean; readonly own?: boolean };
}

/** Has the requests of a table answered. @returns how its events are sent. */
export function serve<Of extends Service>(
  peer: Peer,
  service: Of,
  handlers: HandlersOf<Of>,
  { checks }: ServeOptions,
): Emit<Of> {
  for (const [name, row] of Object.entries(service.requests)) {
    const handler = handlers[name as RequestNameOf<Of>] as (input: unknown, call: object) => unknown;
    peer.answer(name, async (input, { signal, progress }) => {
      const own = (schema: z.ZodType, value: unknown): unknown => (checks.own ? schema.parse(value) : value);
      const call = { signal, progress: (value: unknown) => progress(row.progress ? own(row.progress, value) : value) };
      return own(row.output, await handler(checks.inputs ? checkInput(row.input, input) : input, call));
    });
  }
  return (name, value) => {
    const { error } = (checks.own && service.events[name]?.safeParse(value)) || {};
    if (error) peer.fault(name, error);
    peer.emit(name, value);
  };
}

/** All who are connected to a service: its events go to each of them. */
export class Audience<Of extends Service> {
  readonly #emits = new Set<Emit<Of>>();

  add(peer: Peer, emit: Emit<Of>): void {
    this.#emits.add(emit);
    peer.onEnd(() => this.#emits.delete(emit));
  }

  /** Where nobody is connected nobody hears it. */
  readonly publish: Emit<Of> = (name, value) => {
    for (const emit of this.#emits) emit(name, value);
  };
}

/** A typed proxy of a service at the other end, of a process that this one trusts. */
export function clientOf<Of extends Service>(peer: Peer): Client<Of> {
  return {
    request: (name, input, options) => peer.request(name, input, options as CallOptions) as never,
    on: (name, listener) => peer.on(name, listener as (value: unknown) => void),
  };
}

/** The same of a process that this one does not trust: all that comes from there is held against its table. */
export function checkingClientOf<Of extends Service>(peer: Peer, service: Of): Client<Of, true> {
  const client: Client<Service, true> = {
    request: async (name, input, { signal, onProgress } = {}) => {
      const row = service.requests[name];
      const options: CallOptions = {
        ...(signal && { signal }),
        ...(onProgress && { onProgress: (value) => onProgress(row?.progress?.parse(value) as never) }),
      };
      return row?.output.parse(await peer.request(name, input, options));
    },
    on: (name, listener) => peer.on(name, (value) => listener(service.events[name]?.parse(value))),
  };
  return client as unknown as Client<Of, true>;
}

/** Of what does not fit; more say nothing more. */
const mostReasons = 5;

/** @throws UserError that names the value which does not fit. */
function checkInput(schema: z.ZodType, input: unknown): unknown {
  const { success, data, error } = schema.safeParse(input);
  if (success) return data;
  const reasons = error.issues
    .slice(0, mostReasons)
    .map((issue) =>
      message('files.about', {
        path: issue.path.join('.') || message('application.theRequest'),
        message: wordsOfIssue(issue),
      }),
    );
  throw new UserError(message('application.badRequest', { reasons: joined(reasons) }));
}
