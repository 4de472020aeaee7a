import type { RunState, RunSummary } from '../../shared/contract/run';

const words: Partial<Record<RunState, string>> = {
  training: 'is training',
  paused: 'is paused',
  finished: 'is finished',
  stopped: 'was stopped',
  interrupted: 'was interrupted',
  failed: 'failed',
};

/** Tells which changes of runs are worth saying: a new state, and not each report of the same one. */
export class RunNews {
  readonly #states = new Map<string, RunState>();

  /** What to say of the change; null for nothing. */
  of({ run, name, state, reason }: RunSummary): string | null {
    const before = this.#states.get(run);
    this.#states.set(run, state);
    const said = words[state];
    if (before === state || !said) return null;
    return reason && state === 'failed' ? `${name} ${said}: ${reason}` : `${name} ${said}.`;
  }
}
