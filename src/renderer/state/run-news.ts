import type { RunState, RunSummary } from '../../shared/contract/run';
import { said, words } from '../text/words.svelte';
import { known } from '../../shared/words/english';

/** Tells which changes of runs are worth saying: a new state, and not each report of the same one. */
export class RunNews {
  readonly #states = new Map<string, RunState>();

  /** What to say of the change; null for nothing. */
  of({ run, name, state, reason, reasonWords }: RunSummary): string | null {
    const before = this.#states.get(run);
    this.#states.set(run, state);
    const { failedBecause, ...says } = words.news.run;
    if (before === state || !(state in says)) return null;
    if (state === 'failed' && reason) return failedBecause({ name, reason: said(known(reasonWords, reason)) });
    return says[state as keyof typeof says]({ name });
  }
}
