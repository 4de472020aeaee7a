import type { MetricEvent } from '../../../shared/contract/metrics';
import type { RunSummary } from '../../../shared/contract/run';
import type { Context } from './context';
import { exitCodes } from './context';
import { formatCount, formatError } from './text';
import { TrainingProgress } from './training-progress';

/** Shows what becomes of a run: a line of progress for people, or each event as JSON for programs. */
export class RunDisplay {
  readonly #json: boolean;
  readonly #context: Context;
  #run: string | null = null;
  #progress: TrainingProgress | null = null;
  #isHeld = false;

  constructor(json: boolean, context: Context) {
    this.#json = json;
    this.#context = context;
  }

  /** The run that it is about is known now. */
  begin({ run, state, totalSteps }: RunSummary): void {
    this.#run = run;
    this.#isHeld = state === 'paused';
    this.#progress = new TrainingProgress(this.#context, totalSteps);
  }

  show(events: readonly MetricEvent[]): void {
    for (const event of events) {
      if (this.#json) this.#context.print(JSON.stringify(event));
      this.#progress?.show(event);
    }
  }

  /** Before there is a line of progress, a note stands for itself. */
  note(text: string): void {
    if (this.#progress) this.#progress.note(text);
    else this.#context.note(`${text}\n`);
  }

  change({ run, state }: RunSummary): void {
    if (run !== this.#run || this.#isHeld === (state === 'paused')) return;
    this.#isHeld = !this.#isHeld;
    this.note(this.#isHeld ? `Paused, with a checkpoint: \`runs continue ${run}\` lets it go on.` : 'Goes on.');
  }

  clear(): void {
    this.#progress?.clear();
  }
}

/** Tells how a run ended. @returns the exit code. */
export function tellEnd(summary: RunSummary, json: boolean, context: Context): number {
  const { run, state, reason, steps, totalSteps, trainLoss, validationError, testError } = summary;
  const lines = [
    ['run', run],
    ['state', `${state} after ${formatCount(steps)} of ${formatCount(totalSteps)} steps`],
    ['training loss', trainLoss?.toFixed(4) ?? '-'],
    ['validation error', formatError(validationError)],
    ['test error', formatError(testError)],
  ];
  if (!json) context.print(lines.map(([title = '', value]) => `${title.padEnd(18)}${value}`).join('\n'));
  if (reason !== null) context.note(`${reason}\n`);
  return state === 'finished' || state === 'stopped' ? exitCodes.done : exitCodes.failed;
}
