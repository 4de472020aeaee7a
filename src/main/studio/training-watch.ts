import { isActive, type RunSummary } from '../../shared/contract/run';
import type { RunService } from './run-service';

/** Follows what this studio trains; runs that other processes train are none of its. */
export class TrainingWatch {
  readonly #changes = new Set<(training: RunSummary | null) => void>();
  readonly #ends = new Set<(summary: RunSummary) => void>();
  #training: RunSummary | null = null;

  constructor(runs: Pick<RunService, 'active' | 'onChanged'>) {
    runs.onChanged((summary) => {
      const { run, state } = summary;
      const isOn = isActive(state);
      if (isOn ? run !== runs.active : run !== this.#training?.run) return;
      this.#training = isOn ? summary : null;
      if (!isOn) for (const listener of this.#ends) listener(summary);
      for (const listener of this.#changes) listener(this.#training);
    });
  }

  get training(): RunSummary | null {
    return this.#training;
  }

  /** Null once it has ended. */
  onChange(listener: (training: RunSummary | null) => void): void {
    this.#changes.add(listener);
  }

  onEnd(listener: (summary: RunSummary) => void): void {
    this.#ends.add(listener);
  }
}
