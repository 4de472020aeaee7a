import { getContext, setContext } from 'svelte';

/** Lets a panel take the room of those beside it. */
export interface Enlarger {
  readonly on: boolean;
  toggle(): Promise<void>;
}

const key = Symbol('enlarger');

/** Offers it to the panels inside the component that calls this. */
export function offerEnlarger(enlarger: Enlarger): void {
  setContext(key, enlarger);
}

/** The one that is offered; undefined where a panel has its own room always. */
export function offeredEnlarger(): Enlarger | undefined {
  return getContext<Enlarger | undefined>(key);
}
