import type { Peer } from './peer';
import type { Emit, Service } from './service';

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
