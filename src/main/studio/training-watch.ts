import { isActive, type RunState, type RunSummary } from '../../shared/contract/run';
import type { TrainingHost } from './host';
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

/** Ends that somebody should hear of: who stopped a run knows of it. */
const toldEnds: readonly RunState[] = ['finished', 'failed', 'interrupted'];

/** What the host does for a run that trains: it keeps the machine awake, and tells of the end. */
export function attendTraining(watch: TrainingWatch, host: TrainingHost): void {
  let isAwake = false;
  watch.onChange((training) => {
    const computes = training !== null && training.state !== 'paused';
    if (computes !== isAwake) host.keepAwake(computes);
    isAwake = computes;
  });
  watch.onEnd((summary) => {
    if (toldEnds.includes(summary.state)) host.tellEnd(summary);
  });
}
