import type {
  EvaluationEvent,
  HistogramsEvent,
  LayersEvent,
  MetricEvent,
  ResponsesEvent,
} from '../../shared/contract/metrics';
import type { RunConfig } from '../../shared/contract/run';
import { messageOf } from '../../shared/errors';
import { MetricLines } from './metric-lines';
import { RunData } from './run-data';
import type { StepSeries } from './step-series';
import type { Studio } from './studio';

/** A run is drawn again at most five times a second. */
const refreshMillis = 200;
const retryMillis = 300;
/** Lines that so many readings in a row do not bring are lost with a damaged file: the run goes on without them. */
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

/** A run that is watched: what its folder holds, and what comes in after that. */
export class LiveRun {
  readonly run: string;
  readonly #studio: Studio;
  #lines = new MetricLines();
  /** Lines that came in before the first reading has told how long the run is. */
  #early: MetricEvent[] = [];
  #config = $state.raw<RunConfig | null>(null);
  #data: RunData | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #reading = false;
  #closed = false;
  #moment = $state.raw<RunMoment | null>(null);
  #problem = $state<string | null>(null);

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
  get problem(): string | null {
    return this.#problem;
  }

  /** Reads what is in the run's folder and not known here, until nothing is missing. */
  async read(): Promise<void> {
    if (this.#reading) return;
    this.#reading = true;
    try {
      for (let readings = 1; !this.#closed; readings += 1) {
        const from = this.#lines.next;
        const lines = this.#lines;
        const details = await this.#studio.request('runs.read', { run: this.run, from });
        if (lines !== this.#lines) continue;
        this.#config = details.config;
        this.#data ??= new RunData(details.config.training.steps);
        this.#problem = null;
        this.#add(from, details.events);
        if (!this.#lines.hasGap) break;
        if (readings >= mostReadings) this.#take(this.#lines.skipGap());
        else await new Promise((resolve) => setTimeout(resolve, retryMillis));
      }
    } catch (thrown) {
      this.#problem = messageOf(thrown);
    } finally {
      this.#reading = false;
    }
  }

  /** Takes lines that main sent; where some before them are missing, they are read. */
  receive(from: number, events: readonly MetricEvent[]): void {
    this.#add(from, events);
    if (this.#lines.hasGap || !this.#data) void this.read();
  }

  /** Begins again from what is in the folder: lines that a resumed run computes anew are gone from there. */
  restart(): void {
    this.#lines = new MetricLines();
    this.#early = [];
    this.#data = null;
    void this.read();
  }

  close(): void {
    this.#closed = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  #add(from: number, events: readonly MetricEvent[]): void {
    this.#take(this.#lines.take(from, events));
  }

  #take(fresh: readonly MetricEvent[]): void {
    this.#early.push(...fresh);
    if (!this.#data) return;
    this.#data.add(this.#early);
    this.#early = [];
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
      ...{ layers, histograms },
      ...{ config, steps, validations, responses, latestValidation, bestValidation, test, seconds },
    };
  }
}
