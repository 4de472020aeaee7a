import type { MetricEvent } from '../../shared/contract/metrics';
import { type RunConfig, usualCheckpoints } from '../../shared/contract/run';
import { assertFinite } from './divergence';
import type { Batch, BatchSource, EvaluatedSplit, TrainingEngine } from './loop-parts';
import { evaluateSplit, MemoryMeter, RateMeter, turn } from './loop-parts';
import { Measurements } from './measurements';
import type { Position } from '../engine/weights/position';
import { isOutOfPatience, observeBest } from '../engine/weights/position';
import { learningRateAt } from '../../shared/recipe/learning-rate';
import { observeTrainingError, observeValidationError } from '../../shared/recipe/schedule';

export interface LoopOptions {
  readonly engine: TrainingEngine;
  readonly loader: BatchSource;
  readonly config: RunConfig;
  /** Where the run goes on, with the loader and the engine; `seconds` is how long it took until there. */
  readonly start: { readonly position: Position; readonly seconds: number };
  readonly validation: EvaluatedSplit;
  readonly test: EvaluatedSplit;
  /** The pictures whose responses are measured, the same all through the run; null where nothing is. */
  readonly responseBatch: Batch | null;
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
  /** Takes what somebody should know who reads the run's log. */
  note(text: string): Promise<void>;
}

/**
 * Trains and tells what happens as plain events: each step, the responses of the layers, the validation split after
 * each epoch and the test split at the end. The last event is not among them, since only the caller knows how it ends.
 * @returns `stopped` where `stopped()` said so before everything was done.
 * @throws UserError where the loss is no longer finite.
 */
export async function* train(options: LoopOptions): AsyncGenerator<MetricEvent, 'finished' | 'stopped'> {
  const { engine, loader, config, stopped } = options;
  const { steps: totalSteps, batch } = config.training;
  const plan = { ...config.training, stepsPerEpoch: loader.stepsPerEpoch };
  const startedAt = performance.now();
  let pausedMillis = 0;
  const seconds = (): number => options.start.seconds + (performance.now() - startedAt - pausedMillis) / 1000;
  const speed = new RateMeter();
  const memory = new MemoryMeter(options.gpuBytes);
  /** When the latest step was done, later by the pauses since then; null before the first. */
  let stepEnd: number | null = null;
  const measurements = new Measurements(engine, options.responseBatch, batch);
  let position = options.start.position;
  /** Of the latest step. */
  let rate = 0;
  const save = (kind: 'last' | 'best' | 'epoch'): Promise<void> => options.saveCheckpoint(kind, position, rate);

  async function* evaluate(split: 'validation' | 'test', data: EvaluatedSplit): AsyncGenerator<MetricEvent> {
    const errors = await evaluateSplit(engine, data, batch, stopped);
    if (stopped()) return;
    if (split === 'validation') position = { ...position, evaluatedStep: position.step };
    if (!errors) return;
    assertFinite(`The loss of the ${split} pictures`, errors.loss, position.step, rate);
    yield { event: 'evaluation', split, step: position.step, epoch: position.epoch, ...errors, time: seconds() };
    if (split === 'test') return;
    const best = observeBest(position.best, errors.top1Error);
    position = { ...position, best, schedule: observeValidationError(position.schedule, errors.top1Error) };
    if (best.epochsSince === 0) await save('best');
  }

  measurements.prepare();
  let endsEarly = isOutOfPatience(config.training, position.best);
  const epochEnds = (step = position.step): boolean =>
    step > 0 && (step % loader.stepsPerEpoch === 0 || step === totalSteps);

  async function* endEpoch(): AsyncGenerator<MetricEvent> {
    yield* evaluate('validation', options.validation);
    if (stopped()) return;
    endsEarly = isOutOfPatience(config.training, position.best);
    const { every } = config.checkpoints ?? usualCheckpoints;
    if (every > 0 && position.epoch % every === 0) await save('epoch');
    if (position.step < totalSteps && !endsEarly) await save('last');
  }

  async function hold(): Promise<void> {
    const heldFrom = performance.now();
    await save('last');
    await options.whilePaused();
    const held = performance.now() - heldFrom;
    pausedMillis += held;
    if (stepEnd !== null) stepEnd += held;
  }

  // The run was stopped after the last step of an epoch and before its evaluation.
  if (!stopped() && epochEnds() && position.evaluatedStep < position.step) {
    yield* measurements.measure(position);
    yield* endEpoch();
  }
  while (position.step < totalSteps && !endsEarly) {
    if (stopped()) break;
    rate = learningRateAt(plan, position.schedule, position.step);
    const waitedFrom = performance.now();
    const { images, labels } = await loader.next();
    const next = position.step + 1;
    const measures = measurements.announce(next, epochEnds(next), next === totalSteps);
    const computedFrom = performance.now();
    const { loss, top1Errors } = engine.trainStep(images, labels, rate);
    const end = performance.now();
    const step = position.step + 1;
    assertFinite('The loss', loss, step, rate);
    const schedule = observeTrainingError(plan, position.schedule, top1Errors / labels.length);
    position = { ...position, step, epoch: Math.ceil(step / loader.stepsPerEpoch), schedule };
    speed.add(labels.length, end - waitedFrom);
    const restMillis = stepEnd === null ? 0 : waitedFrom - stepEnd;
    stepEnd = end;
    yield {
      event: 'step',
      step,
      epoch: position.epoch,
      loss,
      top1Error: top1Errors / labels.length,
      learningRate: rate,
      imagesPerSecond: speed.perSecond,
      loadingMillis: computedFrom - waitedFrom,
      stepMillis: end - computedFrom,
      restMillis,
      ...memory.read(end),
      time: seconds(),
    };
    // Stop messages arrive between two steps.
    await turn();
    if (stopped()) break;
    if (measures) yield* measurements.measure(position);
    if (epochEnds()) yield* endEpoch();
    if (position.step < totalSteps && !endsEarly && options.paused()) await hold();
  }
  if (position.step > 0) await save('last');
  if (stopped() || (position.step < totalSteps && !endsEarly)) return 'stopped';
  if (endsEarly && position.step < totalSteps) await options.note(tellEarlyEnd(position));
  yield* evaluate('test', options.test);
  return stopped() ? 'stopped' : 'finished';
}

function tellEarlyEnd({ step, best }: Position): string {
  return `The run ends early, after step ${step}: for ${best.epochsSince} epochs the validation error has not fallen below ${((best.error ?? 0) * 100).toFixed(2)} %.`;
}
