import type { MetricEvent, StepEvent } from '../../../shared/contract/metrics';
import type { Context } from './context';
import { LiveLine } from './live-line';
import { clockDuration } from '../../../shared/numbers/duration';
import { formatCount, formatError } from './text';

/** A run on standard error: a live line where there is a terminal, and a lasting line for each evaluation. */
export class TrainingProgress {
  readonly #line: LiveLine;
  readonly #totalSteps: number;

  constructor(context: Pick<Context, 'note' | 'isTerminal'>, totalSteps: number) {
    this.#line = new LiveLine(context);
    this.#totalSteps = totalSteps;
  }

  show(event: MetricEvent): void {
    if (event.event === 'step') this.#line.show(this.#tellStep(event));
    if (event.event !== 'evaluation') return;
    const { epoch, step, split, loss, top1Error, time } = event;
    this.#line.note(
      `${clockDuration(time)}  epoch ${epoch}, step ${formatCount(step)}: ${split} loss ${loss.toFixed(4)}, error ${formatError(top1Error)}`,
    );
  }

  note(text: string): void {
    this.#line.note(text);
  }

  clear(): void {
    this.#line.clear();
  }

  #tellStep({ step, epoch, loss, top1Error, imagesPerSecond, time }: StepEvent): string {
    // Evaluations are part of the time that the steps so far have taken.
    const left = (time / step) * (this.#totalSteps - step);
    return `epoch ${epoch}  step ${formatCount(step)}/${formatCount(this.#totalSteps)}  loss ${loss.toFixed(3)}  error ${formatError(top1Error)}  ${formatCount(imagesPerSecond)} pictures/s  ${clockDuration(left)} left`;
  }
}
