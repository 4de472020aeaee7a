import type {
  EvaluationEvent,
  HistogramsEvent,
  LayersEvent,
  MetricEvent,
  ResponsesEvent,
} from '../../shared/contract/metrics';
import { isActive, type RunConfig } from '../../shared/contract/run';
import { wordsOf } from '../../shared/errors';
import type { Message } from '../../shared/words/message';
import { MetricLines, RunData } from './run-data';
import type { StepSeries } from './step-series';
import type { Studio } from './studio';

/** A run is drawn again at most four times a second. */
const refreshMillis = 250;
const retryMillis = 300;
/** The number of readings in a row after which lines that they do not bring are lost with a damaged file: the run goes on without them. */
const mostReadings = 10;

/** What is known of a run at one moment; the columns of `steps` are good until the next one. */
export interface RunMoment {
  readonly config: RunConfig;
  readonly steps: StepSeries;
  readonly validations: readonly EvaluationEvent[];
  readonly responses: readonly ResponsesEvent[];
  readonly layers: readonly LayersEvent[];
  readonly histograms: readonly HistogramsEvent[];
  readonly latestValidation: EvaluationEvent | null;
  readonly bestValidation: EvaluationEvent | null;
  readonly test: EvaluationEvent | null;
  readonly seconds: number;
}

/** A run that is looked at: what its folder holds and, where it is followed, what comes in after that. */
export class LiveRun {
  readonly run: string;
  readonly #studio: Studio;
  /** Null until the first reading. */
  #lines: MetricLines | null = null;
  /** Lines that came in before the first reading, and the index of the first of each. */
  #early: { readonly from: number; readonly events: readonly MetricEvent[] }[] = [];
  /** Counts up where all that was read is void. */
  #generation = 0;
  #config = $state.raw<RunConfig | null>(null);
  #data: RunData | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #reading = false;
  #ends: (() => void)[] = [];
  #closed = false;
  #moment = $state.raw<RunMoment | null>(null);
  #problem = $state.raw<Message | string | null>(null);

  constructor(studio: Studio, run: string) {
    this.#studio = studio;
    this.run = run;
  }

  /** Null until the run is read. */
  get config(): RunConfig | null {
    return this.#config;
  }

  /** Null until the run is read. */
  get moment(): RunMoment | null {
    return this.#moment;
  }

  /** Why the run could not be read. */
  get problem(): Message | string | null {
    return this.#problem;
  }

  /** Reads what is in the run's folder and not known here, until nothing is missing. */
  async read(): Promise<void> {
    if (this.#reading) return;
    this.#reading = true;
    try {
      for (let readings = 1; !this.#closed; readings += 1) {
        const generation = this.#generation;
        const lines = await (this.#lines ? this.#readOn(this.#lines) : this.#readAll(generation));
        if (generation !== this.#generation) continue;
        this.#problem = null;
        if (!lines.hasGap) break;
        if (readings >= mostReadings) this.#take(lines.skipGap());
        else await new Promise((resolve) => setTimeout(resolve, retryMillis));
      }
    } catch (thrown) {
      this.#problem = wordsOf(thrown);
    } finally {
      this.#reading = false;
    }
  }

  /** From now on takes what comes in. @param active Whether a process works on the run just now. */
  follow(active: boolean): void {
    let wasActive = active;
    this.#ends = [
      this.#studio.on('runs.metrics', ({ run, from, events }) => {
        if (run === this.run) this.#receive(from, events);
      }),
      this.#studio.on('runs.changed', ({ run, state }) => {
        if (run !== this.run || wasActive === isActive(state)) return;
        wasActive = isActive(state);
        if (wasActive) this.#restart();
        // A process that was killed may have written lines that it could not send.
        else void this.read();
      }),
    ];
  }

  close(): void {
    this.#closed = true;
    for (const end of this.#ends) end();
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  /** Takes lines that main sent; where some before them are missing, they are read. */
  #receive(from: number, events: readonly MetricEvent[]): void {
    const lines = this.#lines;
    if (lines) this.#take(lines.take(from, events));
    else this.#early.push({ from, events });
    if (!lines || lines.hasGap) void this.read();
  }

  /** Begins again from what is in the folder: lines that a resumed run computes anew are gone from there. */
  #restart(): void {
    this.#generation += 1;
    this.#lines = null;
    this.#early = [];
    this.#data = null;
    void this.read();
  }

  async #readAll(generation: number): Promise<MetricLines> {
    const { config, ...curves } = await this.#studio.request('runs.curves', { run: this.run });
    const lines = new MetricLines(curves.next);
    if (generation !== this.#generation) return lines;
    this.#config = config;
    this.#data = new RunData(config.training.steps);
    this.#data.addCurves(curves);
    this.#lines = lines;
    this.#take(this.#early.flatMap(({ from, events }) => lines.take(from, events)));
    this.#early = [];
    return lines;
  }

  async #readOn(lines: MetricLines): Promise<MetricLines> {
    const from = lines.next;
    const { config, events, next } = await this.#studio.request('runs.read', { run: this.run, from });
    if (lines !== this.#lines) return lines;
    this.#config = config;
    this.#take(lines.take(from, events, next));
    return lines;
  }

  #take(fresh: readonly MetricEvent[]): void {
    if (!this.#data) return;
    this.#data.add(fresh);
    if (this.#moment) this.#timer ??= setTimeout(() => this.#refresh(), refreshMillis);
    else this.#refresh();
  }

  #refresh(): void {
    this.#timer = null;
    const [config, data] = [this.#config, this.#data];
    if (!config || !data || this.#closed) return;
    const { layers, histograms } = data;
    const { steps, validations, responses, latestValidation, bestValidation, test, seconds } = data;
    this.#moment = {
      layers,
      histograms,
      config,
      steps,
      validations,
      responses,
      latestValidation,
      bestValidation,
      test,
      seconds,
    };
  }
}
