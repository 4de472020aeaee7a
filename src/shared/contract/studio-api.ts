import type { EventName, EventPayload } from './events';
import type { RequestInput, RequestName, RequestOutput } from './requests';

/** All that the renderer sees of the world outside: `window.studio`. */
export interface StudioApi {
  /** @throws Error with a message for the user. */
  request<Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<RequestOutput<Name>>;
  /** @returns a function that ends the subscription. */
  on<Name extends EventName>(name: Name, listener: (payload: EventPayload<Name>) => void): () => void;
  /** Absolute paths of files from a drop or a file input. */
  pathsOf(files: readonly File[]): string[];
}
