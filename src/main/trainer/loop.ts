import type { MetricEvent } from '../../shared/contract/metrics';
import { type RunConfig, defaultCheckpoints } from '../../shared/contract/run';
import { learningRateAt } from '../../shared/recipe/learning-rate';
import { observeTrainingError, observeValidationError } from '../../shared/recipe/schedule';
import type { Position } from '../engine/weights/position';
import { isOutOfPatience, observeBest } from '../engine/weights/position';
import { assertFinite } from './divergence';
import type { BatchSource, EvaluatedSplit, TrainingEngine } from './loop-parts';
import { evaluateSplit, turn } from './loop-parts';
import { Measurements } from './measurements';
import { MemoryMeter, RateMeter, RunClock } from './meters';
import { Interval } from './timetable';
import type { LabelledBatch } from '../datasets/batches/batches';
import { message, type Message } from '../../shared/words/message';

export interface LoopOptions {
  readonly engine: TrainingEngine;
  readonly loader: BatchSource;
  readonly config: RunConfig;
  /** Where the run goes on, with the loader and the engine; `seconds` is how long it took until there. */
  readonly start: { readonly position: Position; readonly seconds: number };
  readonly validation: EvaluatedSplit;
  readonly test: EvaluatedSplit;
  /** The pictures whose responses are measured, the same all through the run; null where nothing is. */
  readonly responseBatch: LabelledBatch | null;
  /** What the process holds of the GPUs; null while that is unknown. Left out where none computes. */
  readonly gpuBytes?: () => number | null;
  /** Asked after each step and each batch of an evaluation. */
  stopped(): boolean;
  /** Whether the run is to hold still. */
  paused(): boolean;
  /** Resolves when it is to go on, or to stop. */
  whilePaused(): Promise<void>;
  /** @param learningRate Of the latest step. */
  saveCheckpoint(kind: 'last' | 'best' | 'epoch', position: Position, learningRate: number): Promise<void>;
  /** What the latest checkpoint took, in milliseconds; 0 before the first. */
  checkpointMillis(): number;
  /** Takes what somebody should know who reads the run's log. */
  note(words: Message): Promise<void>;
}

/**
 * Trains and tells what happens as plain events: each step, the responses of the layers, the validation split after
 * each epoch and the test split at the end. The last event is not among them, since only the caller knows how it ends.
 * @returns `stopped` where `stopped()` said so before everything was done.
 * @throws UserError where the loss is no longer finite.
 */
export function train(options: LoopOptions): AsyncGenerator<MetricEvent, 'finished' | 'stopped'> {
  return new TrainingLoop(options).run();
}

/** Of the time, for checkpoints within an epoch. */
const checkpointShare = 0.02;
const minuteMillis = 60_000;

class TrainingLoop {
  readonly #options: LoopOptions;
  readonly #clock: RunClock;
  readonly #speed = new RateMeter();
  readonly #memory: MemoryMeter;
  readonly #measurements: Measurements;
  readonly #checkpoints: Interval;
  #position: Position;
  /** Of the latest step. */
  #learningRate = 0;
  #endsEarly: boolean;

  constructor(options: LoopOptions) {
    const { engine, config, start, responseBatch, gpuBytes } = options;
    this.#options = options;
    this.#clock = new RunClock(start.seconds);
    this.#memory = new MemoryMeter(gpuBytes);
    this.#measurements = new Measurements(engine, responseBatch, config.training.batch);
    const { minutes } = config.checkpoints ?? defaultCheckpoints;
    this.#checkpoints = new Interval(minutes * minuteMillis, checkpointShare);
    this.#position = start.position;
    this.#endsEarly = isOutOfPatience(config.training, start.position.best);
  }

  async *run(): AsyncGenerator<MetricEvent, 'finished' | 'stopped'> {
    this.#measurements.prepare();
    if (this.#isBetweenEpochAndEvaluation && !this.#options.stopped()) {
      yield* this.#measurements.measure(this.#position);
      yield* this.#endEpoch();
    }
    while (this.#hasMoreSteps && !this.#options.stopped()) yield* this.#advance();
    return yield* this.#end();
  }

  get #hasMoreSteps(): boolean {
    return this.#position.step < this.#options.config.training.steps && !this.#endsEarly;
  }

  /** Whether the run was stopped after the last step of an epoch and before its evaluation. */
  get #isBetweenEpochAndEvaluation(): boolean {
    return this.#endsEpoch(this.#position.step) && this.#position.evaluatedStep < this.#position.step;
  }

  #endsEpoch(step: number): boolean {
    return (
      step > 0 && (step % this.#options.loader.stepsPerEpoch === 0 || step === this.#options.config.training.steps)
    );
  }

  /** One step, and what follows it: measurements, the end of its epoch, a pause. */
  async *#advance(): AsyncGenerator<MetricEvent> {
    const next = this.#position.step + 1;
    const [waitedFrom, batch] = [performance.now(), await this.#options.loader.next()];
    const endsRun = next === this.#options.config.training.steps;
    const measures = this.#measurements.announce(next, this.#endsEpoch(next), endsRun);
    yield this.#step(batch, waitedFrom);
    // Stop messages arrive between two steps.
    await turn();
    if (this.#options.stopped()) return;
    if (measures) yield* this.#measurements.measure(this.#position);
    if (this.#endsEpoch(next)) yield* this.#endEpoch();
    // What was measured after a step belongs to what comes after its checkpoint, and would be lost.
    else if (!measures && this.#checkpoints.isDue(this.#options.checkpointMillis())) await this.#save('last');
    if (this.#hasMoreSteps && this.#options.paused()) await this.#hold();
  }

  /**
   * Computes a step with that batch.
   * @param waitedFrom When the loop began to wait for the batch, in milliseconds of `performance.now()`.
   */
  #step({ images, labels }: LabelledBatch, waitedFrom: number): MetricEvent {
    const { engine, loader, config } = this.#options;
    const plan = { ...config.training, stepsPerEpoch: loader.stepsPerEpoch };
    const learningRate = learningRateAt(plan, this.#position.schedule, this.#position.step);
    this.#learningRate = learningRate;

    const computedFrom = performance.now();
    const { loss, top1Errors } = engine.trainStep(images, labels, learningRate);
    const end = performance.now();

    const step = this.#position.step + 1;
    const epoch = Math.ceil(step / loader.stepsPerEpoch);
    const top1Error = top1Errors / labels.length;
    assertFinite(message('training.loss'), loss, step, learningRate);
    this.#position = {
      ...this.#position,
      step,
      epoch,
      schedule: observeTrainingError(plan, this.#position.schedule, top1Error),
    };
    this.#speed.add(labels.length, end - waitedFrom);
    return {
      event: 'step',
      step,
      epoch,
      loss,
      top1Error,
      learningRate,
      imagesPerSecond: this.#speed.perSecond,
      loadingMillis: computedFrom - waitedFrom,
      stepMillis: end - computedFrom,
      restMillis: this.#clock.restBefore(waitedFrom, end),
      ...this.#memory.read(end),
      time: this.#clock.seconds,
    };
  }

  async *#endEpoch(): AsyncGenerator<MetricEvent> {
    yield* this.#evaluate('validation');
    if (this.#options.stopped()) return;
    const { training, checkpoints } = this.#options.config;
    this.#endsEarly = isOutOfPatience(training, this.#position.best);
    const { every } = checkpoints ?? defaultCheckpoints;
    if (every > 0 && this.#position.epoch % every === 0) await this.#save('epoch');
    if (this.#hasMoreSteps) await this.#save('last');
  }

  async *#evaluate(split: 'validation' | 'test'): AsyncGenerator<MetricEvent> {
    const { engine, config, stopped } = this.#options;
    const errors = await evaluateSplit(engine, this.#options[split], config.training.batch, stopped);
    if (stopped()) return;
    const { step, epoch } = this.#position;
    if (split === 'validation') this.#position = { ...this.#position, evaluatedStep: step };
    if (!errors) return;
    assertFinite(
      message('training.lossOf', { split: message(`splits.${split}`) }),
      errors.loss,
      step,
      this.#learningRate,
    );
    yield { event: 'evaluation', split, step, epoch, ...errors, time: this.#clock.seconds };
    if (split === 'test') return;
    const best = observeBest(this.#position.best, errors.top1Error);
    const schedule = observeValidationError(this.#position.schedule, errors.top1Error);
    this.#position = { ...this.#position, best, schedule };
    if (best.epochsSince === 0) await this.#save('best');
  }

  async #hold(): Promise<void> {
    const heldFrom = performance.now();
    await this.#save('last');
    await this.#options.whilePaused();
    this.#clock.leaveOut(performance.now() - heldFrom);
    this.#checkpoints.done();
  }

  async *#end(): AsyncGenerator<MetricEvent, 'finished' | 'stopped'> {
    const { config, stopped, note } = this.#options;
    if (this.#position.step > 0) await this.#save('last');
    if (stopped() || this.#hasMoreSteps) return 'stopped';
    if (this.#position.step < config.training.steps) await note(tellEarlyEnd(this.#position));
    yield* this.#evaluate('test');
    return stopped() ? 'stopped' : 'finished';
  }

  #save(kind: 'last' | 'best' | 'epoch'): Promise<void> {
    if (kind === 'last') this.#checkpoints.done();
    return this.#options.saveCheckpoint(kind, this.#position, this.#learningRate);
  }
}

function tellEarlyEnd({ step, best }: Position): Message {
  const error = ((best.error ?? 0) * 100).toFixed(2);
  return message('training.endsEarly', { step, epochs: best.epochsSince, error });
}
