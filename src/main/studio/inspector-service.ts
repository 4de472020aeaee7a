import { inspector, type Inspector } from '../../shared/contract/inspector';
import { UserError } from '../../shared/errors';
import { message } from '../../shared/words/message';
import { Peer } from '../../shared/rpc/peer';
import { checkingClientOf, type Client } from '../../shared/rpc/service';
import type { LaunchProcess } from '../launch/child';
import { carrierOf } from '../launch/child-carrier';

interface Process {
  readonly peer: Peer;
  readonly client: Client<Inspector, true>;
  readonly exited: Promise<void>;
}

const closing = (): UserError => new UserError(message('application.closing'));

/** Asks the inspector, a process of its own, which is started with the first question and again after a crash. */
export class InspectorService {
  readonly #launch: LaunchProcess;
  #process: Process | null = null;
  #closed = false;

  constructor(launch: LaunchProcess) {
    this.#launch = launch;
  }

  /** @throws UserError where the question cannot be answered, or the process crashed or ends. */
  readonly request: Client<Inspector, true>['request'] = async (name, input, options) => {
    if (this.#closed) throw closing();
    this.#process ??= this.#start();
    return this.#process.client.request(name, input, options);
  };

  /** No process is left when it resolves. Questions that wait are rejected. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#process?.peer.close(closing());
    await this.#process?.exited;
  }

  #start(): Process {
    const child = this.#launch('inspector');
    const fault = (where: string, thrown: unknown): void => {
      console.error(where, thrown);
      // Nobody can tell whose answer it was: all who wait are told that the process ended.
      if (where === 'message') child.kill();
    };
    const peer = new Peer(carrierOf(child), { fault });
    const exited = new Promise<void>((resolve) => child.onExit(() => resolve()));
    const started = { peer, client: checkingClientOf(peer, inspector), exited };
    peer.onEnd(() => {
      if (this.#process === started && !this.#closed) this.#process = null;
    });
    return started;
  }
}
