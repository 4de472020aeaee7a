import { readFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { buildNetwork, type Network } from '../../shared/network/build';
import { findVariant } from '../../shared/network/variants';
import type { RunConfig } from '../../shared/contract/run';
import { type TimedStep, timedStepSchema, type StepTime } from '../../shared/contract/speed';
import { writeDurably } from '../files/durable-file';
import { changeShared } from '../files/shared-file';

const entrySchema = z.object({
  /** Processor and device; a data folder may be moved to another machine. */
  machine: z.string(),
  step: timedStepSchema,
  stepMillis: z.number().positive(),
  source: z.enum(['benchmark', 'run']),
});
type Entry = z.infer<typeof entrySchema>;
const bookSchema = z.object({ version: z.literal(1), entries: z.array(z.unknown()) });

/** What of a run's configuration decides how long a step takes. */
interface TimedRun {
  readonly training: RunConfig['training'];
  readonly dataset: Pick<RunConfig['dataset'], 'shape' | 'classes'>;
}

/** The number of entries that are kept, the newest ones. */
const mostEntries = 200;
/** A run of fewer steps tells more of its start than of its steps. */
const fewestSteps = 20;

export function networkOfStep({ shape, classes, ...step }: TimedStep): Network {
  return buildNetwork(findVariant(step.variant, step), shape, classes);
}

/** What of a step is told where it is what another one is known from. */
export const basisOf = ({ variant, batch, precision, ...step }: TimedStep): StepTime['basis'] => ({
  network: findVariant(variant, step).title,
  batch,
  precision,
});

const keyOf = ({ variant, shortcut, bottleneckStride, precision, batch, shape, classes }: TimedStep): string =>
  JSON.stringify([variant, shortcut ?? null, bottleneckStride ?? null, precision, batch, shape, classes]);

/** How long steps took on this machine, kept in speeds.json of the data folder. */
export class SpeedBook {
  readonly #path: string;
  readonly #machine: () => string;

  /** @param machine Processor and device that compute now. */
  constructor(dataFolder: string, machine: () => string) {
    this.#path = join(dataFolder, 'speeds.json');
    this.#machine = machine;
  }

  /** How long a step takes, as far as anything is known of this machine; null where nothing is. */
  async predict(step: TimedStep): Promise<StepTime | null> {
    const machine = this.#machine();
    const known = (await this.#read()).filter((entry) => entry.machine === machine).reverse();
    const same = known.find((entry) => keyOf(entry.step) === keyOf(step));
    if (same) return { stepMillis: same.stepMillis, source: same.source, basis: basisOf(same.step) };
    const work = workOf(step);
    const nearness = (entry: Entry): number =>
      Math.abs(Math.log(workOf(entry.step) / work)) + (precisionOf(entry.step) === precisionOf(step) ? 0 : 10);
    const [nearest] = [...known].sort((one, other) => nearness(one) - nearness(other));
    if (!nearest) return null;
    const stepMillis = (nearest.stepMillis * work) / workOf(nearest.step);
    return { stepMillis, source: 'scaled', basis: basisOf(nearest.step) };
  }

  /** Notes what a benchmark of the bare step measured. */
  noteBenchmark(step: TimedStep, stepMillis: number): Promise<void> {
    return this.#note({ machine: this.#machine(), step, stepMillis, source: 'benchmark' });
  }

  /** Notes how long a run took for a step, everything around it included; nothing where it was too short to tell. */
  async noteRun({ training, dataset }: TimedRun, steps: number, seconds: number): Promise<void> {
    if (steps < fewestSteps || seconds <= 0) return;
    const { data: step } = timedStepSchema.safeParse({ ...training, ...dataset, classes: dataset.classes.length });
    if (step) await this.#note({ machine: this.#machine(), step, stepMillis: (1000 * seconds) / steps, source: 'run' });
  }

  #note(entry: Entry): Promise<void> {
    return changeShared(this.#path, async () => {
      const others = (await this.#read()).filter(
        (other) => other.machine !== entry.machine || keyOf(other.step) !== keyOf(entry.step),
      );
      const entries = [...others, entry].slice(-mostEntries);
      await writeDurably(this.#path, [`${JSON.stringify({ version: 1, entries }, null, 1)}\n`]);
    });
  }

  /** A file that is missing or damaged knows nothing: it is written anew with what comes next. */
  async #read(): Promise<Entry[]> {
    try {
      const { entries } = bookSchema.parse(JSON.parse(await readFile(this.#path, 'utf8')));
      return entries.flatMap((entry) => entrySchema.safeParse(entry).data ?? []);
    } catch {
      return [];
    }
  }
}

/** Processor, cores and the device that is chosen to compute. */
export function machineName(device: string): string {
  const all = cpus();
  return `${all[0]?.model ?? 'processor'}, ${all.length} cores, ${device}`;
}

/** Multiply-adds of a step's forward pass. */
function workOf(step: TimedStep): number {
  return step.batch * networkOfStep(step).multiplyAdds;
}

/** `auto` is mostly float32. */
const precisionOf = ({ precision }: TimedStep): string => (precision === 'auto' ? 'float32' : precision);
