import type { MetricEvent } from '../../shared/contract/metrics';
import type { TrainingEngine } from './loop-parts';
import type { Position } from '../engine/weights/position';
import { roundedHistogram, roundedNumbers } from './rounding';
import { Timetable } from './timetable';
import type { LabelledBatch } from '../datasets/batches/batches';

/** Shares of the time: responses alone are measured often, everything less so. Together they are 2 %. */
const [responsesShare, everythingShare] = [0.005, 0.015];
/** Histograms are written again when the run has got longer by half: some twenty times in a long one. */
const histogramGrowth = 1.5;

type Snapshot = ReturnType<TrainingEngine['snapshot']>;

/** Measures the layers of a run now and then: responses at the end of each epoch, everything where it stays cheap. */
export class Measurements {
  readonly #engine: TrainingEngine;
  readonly #batch: LabelledBatch | null;
  readonly #gradientCount: number;
  readonly #responses = new Timetable(responsesShare, 1.1);
  readonly #quantities = new Timetable(everythingShare, 1.3);
  #before: Snapshot | null = null;
  /** Whether everything is measured next, and not the responses alone. */
  #everything = true;
  /** Whether the kernels of everything are prepared. */
  #prepared = false;
  #histogramStep = 0;

  /**
   * @param batch The pictures that are measured, the same all through the run; null where nothing is.
   * @param gradientCount The most of them that give the gradients: no more than a step has memory for.
   */
  constructor(engine: TrainingEngine, batch: LabelledBatch | null, gradientCount: number) {
    this.#engine = engine;
    this.#batch = batch;
    this.#gradientCount = gradientCount;
  }

  /** The first call of a graph prepares its kernels; the timetable counts from the second. */
  prepare(): void {
    if (this.#batch) this.#engine.responses(this.#batch.images);
  }

  /**
   * Called before a step after which something may be measured: what the step changes is told from the weights before it.
   * @returns whether to measure after the step.
   */
  announce(step: number, epochEnds: boolean, runEnds: boolean): boolean {
    this.#before = null;
    if (!this.#batch || (!epochEnds && !this.#responses.isDue(step))) return false;
    this.#everything = runEnds || (epochEnds ? this.#quantities.isAffordable : this.#quantities.isDue(step));
    if (this.#everything) this.#before = this.#engine.snapshot();
    return true;
  }

  /** Measures now; numbers that are not finite, as they are where a run diverges, are left out. */
  *measure({ step, epoch }: Position): Generator<MetricEvent> {
    const batch = this.#batch;
    if (!batch) return;
    const start = performance.now();
    if (!this.#everything) {
      const responses = this.#engine.responses(batch.images);
      this.#responses.measured(step, performance.now() - start);
      yield* tellResponses(responses, step, epoch);
      return;
    }
    const found = this.#engine.layerQuantities(batch.images, batch.labels, this.#gradientCount, this.#before);
    this.#before = null;
    // As with the responses, the first call is not what the next ones cost.
    this.#quantities.measured(step, this.#prepared ? performance.now() - start : 0);
    this.#responses.measured(step, 0);
    this.#prepared = true;
    yield* tellResponses(found.responses, step, epoch);
    yield* this.#tellQuantities(found, step, epoch);
  }

  *#tellQuantities(
    found: ReturnType<TrainingEngine['layerQuantities']>,
    step: number,
    epoch: number,
  ): Generator<MetricEvent> {
    const { layers, gradientNorms, weightNorms, updateRatios, blocks, ratios, cosines, histograms } = found;
    if (![gradientNorms, weightNorms, updateRatios ?? [], ratios, cosines].flat().every(Number.isFinite)) return;
    yield {
      event: 'layers',
      step,
      epoch,
      layers,
      gradientNorms: roundedNumbers(gradientNorms),
      weightNorms: roundedNumbers(weightNorms),
      ...(updateRatios ? { updateRatios: roundedNumbers(updateRatios) } : {}),
      blocks,
      ratios: roundedNumbers(ratios),
      cosines: roundedNumbers(cosines),
    };
    if (step < this.#histogramStep * histogramGrowth) return;
    this.#histogramStep = step;
    yield {
      event: 'histograms',
      step,
      epoch,
      weights: { layers, histograms: histograms.weights.map(roundedHistogram) },
      responses: { layers: found.responses.layers, histograms: histograms.activations.map(roundedHistogram) },
    };
  }
}

function* tellResponses(
  responses: ReturnType<TrainingEngine['responses']>,
  step: number,
  epoch: number,
): Generator<MetricEvent> {
  if (!responses.standardDeviations.every(Number.isFinite)) return;
  yield { event: 'responses', step, epoch, ...responses };
}
