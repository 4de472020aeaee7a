import type { RunCurves, StepEvent } from '../../shared/contract/metrics';

const columns = ['step', 'loss', 'error', 'learningRate', 'time', 'smoothError'] as const;
export type StepColumn = (typeof columns)[number];

/** Rows that are held in memory, 11 MB; from then on every second step is left out, and the file alone has all. */
const mostRows = 200_000;

const mostRecent = 20;

/** Exponentially weighted mean without a bias towards 0 at the start (Adam, section 3). */
class RunningMean {
  readonly #decay: number;
  #sum = 0;
  #remaining = 1;

  /** @param span Steps of which it is about the mean. */
  constructor(span: number) {
    this.#decay = 1 - 2 / (span + 1);
  }

  add(value: number): number {
    this.#sum = this.#decay * this.#sum + (1 - this.#decay) * value;
    this.#remaining *= this.#decay;
    return this.#sum / (1 - this.#remaining);
  }
}

/** Steps that the smoothed line is about the mean of: a sixtieth of the run, from 5 to 100. */
export function smoothingSpan(totalSteps: number): number {
  return Math.min(100, Math.max(5, Math.round(totalSteps / 60)));
}

/** The steps of a run as columns of numbers, which hold a long run in little memory. */
export class StepSeries {
  readonly #error: RunningMean;
  #values = allocate(1024);
  #length = 0;
  #stride = 1;
  #count = 0;
  #recent: StepEvent[] = [];
  #residentBytes: number | null = null;
  #gpuBytes: number | null = null;

  constructor(span: number) {
    this.#error = new RunningMean(span);
  }

  /** Rows that are held. */
  get length(): number {
    return this.#length;
  }

  /** One step of this number is held. */
  get stride(): number {
    return this.#stride;
  }

  /** The newest step, held in a row or not. */
  get latest(): StepEvent | null {
    return this.#recent.at(-1) ?? null;
  }

  /** The newest twenty steps, oldest first. */
  get recent(): readonly StepEvent[] {
    return this.#recent;
  }

  /** Memory of the trainer's process as it was told last, in bytes; null where it was not. */
  get residentBytes(): number | null {
    return this.#residentBytes;
  }

  /** What it holds of the GPUs, in bytes; null where it was not told. */
  get gpuBytes(): number | null {
    return this.#gpuBytes;
  }

  /** Values of the rows from the first on; valid until the next step is added. */
  column(name: StepColumn): Float64Array {
    return this.#values[name].subarray(0, this.#length);
  }

  add(event: StepEvent): void {
    this.#recent = [...this.#recent.slice(1 - mostRecent), event];
    this.#readMemory(event);
    this.#push(event.step, event.loss, event.top1Error, event.learningRate, event.time);
  }

  /** Many steps at once. @param recent The newest of them whole. */
  addColumns({ step, loss, top1Error, learningRate, time }: RunCurves['steps'], recent: readonly StepEvent[]): void {
    this.#recent = [...this.#recent, ...recent].slice(-mostRecent);
    for (const event of recent) this.#readMemory(event);
    for (let row = 0; row < step.length; row += 1) {
      const at = (column: Float64Array) => column[row] ?? 0;
      this.#push(at(step), at(loss), at(top1Error), at(learningRate), at(time));
    }
  }

  #readMemory({ residentBytes, gpuBytes }: StepEvent): void {
    if (residentBytes === undefined) return;
    this.#residentBytes = residentBytes;
    this.#gpuBytes = gpuBytes ?? null;
  }

  #push(step: number, loss: number, error: number, learningRate: number, time: number): void {
    const smoothError = this.#error.add(error);
    this.#count += 1;
    if ((this.#count - 1) % this.#stride !== 0) return;
    if (this.#length === this.#values.step.length) this.#grow();
    const row = { step, loss, error, learningRate, time, smoothError };
    for (const name of columns) this.#values[name][this.#length] = row[name];
    this.#length += 1;
  }

  #grow(): void {
    if (this.#length >= mostRows) {
      this.#thin();
      return;
    }
    const old = this.#values;
    this.#values = allocate(Math.min(mostRows, old.step.length * 2));
    for (const name of columns) this.#values[name].set(old[name]);
  }

  #thin(): void {
    const kept = Math.ceil(this.#length / 2);
    for (const name of columns) {
      const column = this.#values[name];
      for (let row = 0; row < kept; row += 1) column[row] = column[2 * row] ?? 0;
    }
    this.#length = kept;
    this.#stride *= 2;
  }
}

function allocate(rows: number): Record<StepColumn, Float64Array> {
  const column = () => new Float64Array(rows);
  return {
    step: column(),
    loss: column(),
    error: column(),
    learningRate: column(),
    time: column(),
    smoothError: column(),
  };
}
