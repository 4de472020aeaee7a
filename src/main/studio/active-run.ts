import { trainer, type Trainer } from '../../shared/contract/trainer';
import { Peer } from '../../shared/rpc/peer';
import { checkingClientOf, type Client } from '../../shared/rpc/service';
import { isPending, runEnd, type RunEnd } from '../runs/state-file';
import type { ChildExit, ChildHandle } from '../launch/child';
import { carrierOf } from '../launch/child-carrier';
import type { RunNews } from './run-news';

/** A run and the trainer process that was started for it. */
export class ActiveRun {
  /** Resolves when the process is gone. */
  readonly exited: Promise<ChildExit>;
  readonly #child: ChildHandle;
  readonly #trainer: Client<Trainer, true>;
  #gone = false;
  #killed = false;
  #end: RunEnd | null = null;

  constructor(run: string, dataFolder: string, child: ChildHandle, news: RunNews) {
    this.#child = child;
    this.exited = new Promise((resolve) => child.onExit(resolve));
    void this.exited.then(() => (this.#gone = true));
    this.#trainer = checkingClientOf(new Peer(carrierOf(child)), trainer);
    this.#trainer.on('metrics', (lines) => news.tellMetrics({ run, ...lines }));
    this.#trainer.on('note', (note) => news.notes.tell({ run, ...note }));
    this.#trainer.on('state', ({ state, reason }) => {
      this.#end = isPending(state) ? null : runEnd(state, reason);
      news.announce(run);
    });
    // A process that ends before it answers tells by its end what became of the run.
    this.#trainer.request('train', { dataFolder, run }).catch(() => undefined);
  }

  /** How the trainer said that the run ended, which it may not have been able to write down. */
  get end(): RunEnd | null {
    return this.#end;
  }

  /** Whether it was the studio that killed the process. */
  get killed(): boolean {
    return this.#killed;
  }

  /** The trainer writes a checkpoint after the step that it computes, and ends. */
  stop(): void {
    this.#tell('stop');
  }

  /** The trainer holds still after the step that it computes, with a checkpoint. */
  pause(): void {
    this.#tell('pause');
  }

  /** It goes on from there. */
  continue(): void {
    this.#tell('continue');
  }

  /** Resolves when the process is gone: by itself, with a checkpoint, or killed after that time, in milliseconds. */
  async stopWithin(millis: number): Promise<void> {
    this.stop();
    const timer = setTimeout(() => this.kill(), millis);
    await this.exited;
    clearTimeout(timer);
  }

  kill(): void {
    if (this.#gone) return;
    this.#killed = true;
    this.#child.kill();
    // Electron's kill is a polite one.
    if (this.#child.pid === undefined) return;
    try {
      process.kill(this.#child.pid, 'SIGKILL');
    } catch {
      // It is gone already.
    }
  }

  #tell(name: 'stop' | 'pause' | 'continue'): void {
    this.#trainer.request(name, undefined).catch(() => undefined);
  }
}
