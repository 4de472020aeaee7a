import type { EndEvent, MetricEvent } from '../../shared/contract/metrics';
import type { RunState } from '../../shared/contract/run';

/** The numbers that sum up a run, kept in state.json so that a list of runs need not read their metrics. */
export interface RunNumbers {
  readonly steps: number;
  /** Seconds since the run started. */
  readonly seconds: number;
  /** Mean of the latest steps. */
  readonly trainLoss: number | null;
  /** Top-1, as fractions, of the latest evaluation. */
  readonly validationError: number | null;
  readonly testError: number | null;
}

export const noNumbers: RunNumbers = { steps: 0, seconds: 0, trainLoss: null, validationError: null, testError: null };

/** The numbers alone, of something that holds more. */
export function numbersOf({ steps, seconds, trainLoss, validationError, testError }: RunNumbers): RunNumbers {
  return { steps, seconds, trainLoss, validationError, testError };
}

/** The number of steps whose mean is the training loss. */
const recentSteps = 50;

/** Sums up the events of a run as they come. */
export class RunSummation {
  #numbers: RunNumbers;
  readonly #losses: number[] = [];

  /** @param before What the events before sum up to. */
  constructor(before: RunNumbers = noNumbers) {
    this.#numbers = before;
  }

  get numbers(): RunNumbers {
    if (this.#losses.length === 0) return this.#numbers;
    const sum = this.#losses.reduce((total, loss) => total + loss, 0);
    return { ...this.#numbers, trainLoss: sum / this.#losses.length };
  }

  add(event: MetricEvent): void {
    if (event.event === 'step') {
      this.#numbers = { ...this.#numbers, steps: event.step, seconds: event.time };
      if (this.#losses.push(event.loss) > recentSteps) this.#losses.shift();
    } else if (event.event === 'evaluation') {
      this.#numbers = { ...this.#numbers, seconds: event.time };
      if (event.split === 'validation') this.#numbers = { ...this.#numbers, validationError: event.top1Error };
      if (event.split === 'test') this.#numbers = { ...this.#numbers, testError: event.top1Error };
    }
  }
}

/** The last line of a run's metrics. */
export function endEvent(run: string, state: RunState, numbers: RunNumbers): EndEvent {
  return { event: 'end', run, state, ...numbers };
}
