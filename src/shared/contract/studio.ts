import type { z } from 'zod';
import type { Carrier } from '../rpc/carrier';
import type { EventNameOf, RequestNameOf, Service } from '../rpc/service';
import { events } from './events';
import type { host } from './host';
import { requests } from './requests';

/** What the studio does for everybody who is connected to it. */
export const studio = { requests, events } as const satisfies Service;
export type StudioService = typeof studio;

/** All that a window can ask for: what the studio does, and what the host does in which it is shown. */
export interface WindowService {
  readonly requests: typeof requests & typeof host.requests;
  readonly events: typeof events & typeof host.events;
}

export type RequestName = RequestNameOf<WindowService>;
export type RequestInput<Name extends RequestName> = z.input<WindowService['requests'][Name]['input']>;
export type RequestOutput<Name extends RequestName> = z.output<WindowService['requests'][Name]['output']>;
export type EventName = EventNameOf<WindowService>;
export type EventPayload<Name extends EventName> = z.output<WindowService['events'][Name]>;

/** All that a page sees of the world outside: `window.bridge`, from the preload script. */
export interface Bridge extends Pick<Carrier, 'send' | 'onMessage'> {
  /** Absolute paths of files from a drop, the clipboard or a file input, which are given to the studio with it. */
  pathsOf(files: readonly File[]): string[];
}

/** What comes from the preload script: what the page says, whatever it is, or paths of files that the system gave it. */
export type FromPreload =
  | { readonly said: unknown; readonly given?: undefined }
  | { readonly given: readonly string[]; readonly said?: undefined };
