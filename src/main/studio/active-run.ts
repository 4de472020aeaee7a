import type { MetricEvent } from '../../shared/contract/metrics';
import { trainerReportSchema } from '../../shared/contract/processes';
import { isPending, type RunEnd } from '../runs/state-file';
import type { ChildExit, ChildHandle } from '../launch/child';

export interface ActiveRunListeners {
  onState(): void;
  onMetrics(from: number, events: MetricEvent[]): void;
  onNote(text: string): void;
}

/** A run and the trainer process that was started for it. */
export class ActiveRun {
  /** Resolves when the process is gone. */
  readonly exited: Promise<ChildExit>;
  readonly #child: ChildHandle;
  #gone = false;
  #ready = false;
  #stopWanted = false;
  #killed = false;
  #end: RunEnd | null = null;

  constructor(run: string, dataFolder: string, child: ChildHandle, listeners: ActiveRunListeners) {
    this.#child = child;
    this.exited = new Promise((resolve) => child.onExit(resolve));
    void this.exited.then(() => (this.#gone = true));
    child.onMessage((message) => {
      const { data: report, error } = trainerReportSchema.safeParse(message);
      if (!report) return console.error(error);
      if (report.type === 'metrics') return listeners.onMetrics(report.from, report.events);
      if (report.type === 'note') return listeners.onNote(report.text);
      if (report.type === 'state') {
        this.#end = isPending(report.state) ? null : { state: report.state, reason: report.reason };
        return listeners.onState();
      }
      this.#ready = true;
      child.send({ type: 'train', dataFolder, run });
      if (this.#stopWanted) child.send({ type: 'stop' });
    });
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
    this.#stopWanted = true;
    if (this.#ready) this.#child.send({ type: 'stop' });
  }

  /** The trainer holds still after the step that it computes, with a checkpoint. */
  pause(): void {
    this.#child.send({ type: 'pause' });
  }

  /** It goes on from there. */
  continue(): void {
    this.#child.send({ type: 'continue' });
  }

  /** Resolves when the process is gone: by itself, with a checkpoint, or killed after so many milliseconds. */
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
}
