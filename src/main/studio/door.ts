import type { z } from 'zod';
import { studio, type StudioService } from '../../shared/contract/studio';
import { UserError } from '../../shared/errors';
import { message } from '../../shared/words/message';
import type { Carrier } from '../../shared/rpc/carrier';
import { clientLimits } from '../../shared/rpc/intake';
import { Peer, type PeerOptions } from '../../shared/rpc/peer';
import { Audience, serve, type Emit, type RequestNameOf } from '../../shared/rpc/service';
import { type Given, onlyWithGiven } from './given-paths';
import type { Log } from './log';

type Name = RequestNameOf<StudioService>;

/** What does the work of each request; its input has been checked and has its defaults filled in. */
export type Handlers<Some extends Name = Name> = {
  [Each in Some]: (
    input: z.output<StudioService['requests'][Each]['input']>,
  ) =>
    z.output<StudioService['requests'][Each]['output']> | Promise<z.output<StudioService['requests'][Each]['output']>>;
};

export type Publish = Emit<StudioService>;

/** A fault of the program is logged, and the one who asked gets a plain sentence; a {@link UserError} is told as it is. */
function faultsTo(log: Log): PeerOptions {
  return {
    fault: (where, thrown) => log.fault(where, thrown),
    told: (name, thrown) => {
      if (thrown instanceof UserError) return thrown;
      log.fault(`request ${name}`, thrown);
      return new UserError(message('application.fault'));
    },
  };
}

export interface DoorOptions {
  readonly log: Log;
  /** Whether what the studio says is checked too, as while developing and testing. */
  readonly checkAnswers: boolean;
}

/** A client that comes through a carrier is answered by the same handlers, and hears of the same events. */
export class Door {
  readonly #options: DoorOptions;
  readonly #audience = new Audience<StudioService>();
  #handlers: Handlers | null = null;

  constructor(options: DoorOptions) {
    this.#options = options;
  }

  /** Tells everybody who is connected. */
  readonly publish: Publish = this.#audience.publish;

  /** To be called once, before the first connection. */
  open(handlers: Handlers): void {
    this.#handlers = handlers;
  }

  /**
   * @param given What the client was given by its user: requests with other paths are refused.
   * @returns the own end of the connection, for what the host has to offer there besides.
   */
  connect(carrier: Carrier, given: Given): Peer {
    if (!this.#handlers) throw new Error('the door is not open yet');
    const { log, checkAnswers } = this.#options;
    const peer = new Peer(carrier, { ...faultsTo(log), limits: clientLimits });
    const checks = { inputs: true, own: checkAnswers };
    const handlers = onlyWithGiven<StudioService>(studio, this.#handlers, given);
    this.#audience.add(peer, serve(peer, studio, handlers, { checks }));
    return peer;
  }
}
