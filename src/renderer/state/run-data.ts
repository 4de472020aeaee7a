import type {
  EvaluationEvent,
  HistogramsEvent,
  LayersEvent,
  MetricEvent,
  ResponsesEvent,
  RunCurves,
} from '../../shared/contract/metrics';
import { smoothingSpan, StepSeries } from './step-series';
import { ThinnedList } from '../../shared/numbers/thinned-list';

const mostEvaluations = 4096;
const mostResponses = 256;
const mostHistograms = 32;

/** Lines that came in together. */
interface ReceivedLines {
  readonly from: number;
  /** Index of the line after the last. */
  readonly to: number;
  readonly events: readonly MetricEvent[];
}

/**
 * Puts the lines of a metrics.jsonl in order as they come in: lines that are known already are dropped, and those that
 * come after a gap wait until it is filled.
 */
export class MetricLines {
  #next: number;
  #waiting: ReceivedLines[] = [];

  /** @param next Index of the first line that is not known yet. */
  constructor(next = 0) {
    this.#next = next;
  }

  /** Index of the first line that is not known yet. */
  get next(): number {
    return this.#next;
  }

  /** Whether lines are missing before some that came in. */
  get hasGap(): boolean {
    return this.#waiting.length > 0;
  }

  /**
   * @param from Index of the first of the events among the lines.
   * @param to Index of the line after the last, where some of the lines were no events.
   * @returns the events that are new and that follow without a gap on those returned before.
   */
  take(from: number, events: readonly MetricEvent[], to = from + events.length): MetricEvent[] {
    this.#waiting.push({ from, to, events });
    this.#waiting.sort((a, b) => a.from - b.from);
    return this.#follow();
  }

  /** Goes on without the missing lines. @returns as `take` does. */
  skipGap(): MetricEvent[] {
    this.#next = Math.max(this.#next, this.#waiting[0]?.from ?? 0);
    return this.#follow();
  }

  #follow(): MetricEvent[] {
    const fresh: MetricEvent[] = [];
    for (;;) {
      const first = this.#waiting[0];
      if (!first || first.from > this.#next) return fresh;
      this.#waiting.shift();
      for (const event of first.events.slice(this.#next - first.from)) fresh.push(event);
      this.#next = Math.max(this.#next, first.to);
    }
  }
}

/** What the lines of a metrics.jsonl add up to, in bounded memory. */
export class RunData {
  readonly steps: StepSeries;
  readonly #validations = new ThinnedList<EvaluationEvent>(mostEvaluations);
  readonly #responses = new ThinnedList<ResponsesEvent>(mostResponses);
  readonly #layers = new ThinnedList<LayersEvent>(mostResponses);
  readonly #histograms = new ThinnedList<HistogramsEvent>(mostHistograms);
  #best: EvaluationEvent | null = null;
  #test: EvaluationEvent | null = null;

  constructor(totalSteps: number) {
    this.steps = new StepSeries(smoothingSpan(totalSteps));
  }

  /** Passes over the validation split, oldest first. */
  get validations(): readonly EvaluationEvent[] {
    return this.#validations.items;
  }

  /** The layers' responses, oldest first. */
  get responses(): readonly ResponsesEvent[] {
    return this.#responses.items;
  }

  /** What was measured of layers and blocks, oldest first. */
  get layers(): readonly LayersEvent[] {
    return this.#layers.items;
  }

  /** Histograms of weights and responses, oldest first. */
  get histograms(): readonly HistogramsEvent[] {
    return this.#histograms.items;
  }

  get latestValidation(): EvaluationEvent | null {
    return this.#validations.newest ?? null;
  }

  /** The first pass with the least validation error. */
  get bestValidation(): EvaluationEvent | null {
    return this.#best;
  }

  /** The last pass over the test split. */
  get test(): EvaluationEvent | null {
    return this.#test;
  }

  /** Seconds since the run started, of the newest event that says so. */
  get seconds(): number {
    return Math.max(this.steps.latest?.time ?? 0, this.latestValidation?.time ?? 0, this.#test?.time ?? 0);
  }

  /** All that the file held when it was read. */
  addCurves({ steps, recent, events }: RunCurves): void {
    this.steps.addColumns(steps, recent);
    this.add(events);
  }

  /** @param events In their order in the file. */
  add(events: readonly MetricEvent[]): void {
    for (const event of events) {
      if (event.event === 'step') this.steps.add(event);
      else if (event.event === 'responses') this.#responses.push(event);
      else if (event.event === 'layers') this.#layers.push(event);
      else if (event.event === 'histograms') this.#histograms.push(event);
      else if (event.event === 'evaluation') this.#evaluated(event);
    }
  }

  #evaluated(event: EvaluationEvent): void {
    if (event.split === 'test') this.#test = event;
    if (event.split !== 'validation') return;
    this.#validations.push(event);
    if (!this.#best || event.top1Error < this.#best.top1Error) this.#best = event;
  }
}
