import type { MetricEvent } from '../../shared/contract/metrics';
import type { RunConfig } from '../../shared/contract/run';
import { UserError } from '../../shared/errors';
import type { Batch, BatchSource, EvaluatedSplit, TrainingEngine } from './loop-parts';
import { evaluateSplit, RateMeter, turn } from './loop-parts';
import { ResponseTimetable } from './response-timetable';
import type { PlateauState, SchedulePlan } from './schedule';
import { initialPlateau, learningRateAt, observeValidationError } from './schedule';

export interface Position {
  /** Steps done. */
  readonly step: number;
  /** Epoch of the latest step, from 1; 0 before the first. */
  readonly epoch: number;
  readonly plateau: PlateauState;
}

export interface LoopOptions {
  readonly engine: TrainingEngine;
  readonly loader: BatchSource;
  readonly config: RunConfig;
  readonly validation: EvaluatedSplit;
  readonly test: EvaluatedSplit;
  /** The pictures whose responses are measured, the same all through the run; null where nothing is. */
  readonly responseBatch: Batch | null;
  /** Asked after each step and each batch of an evaluation. */
  stopped(): boolean;
  saveCheckpoint(kind: 'last' | 'best', position: Position): Promise<void>;
}

function assertFinite(loss: number, step: number, learningRate: number, what: string): void {
  if (Number.isFinite(loss)) return;
  throw new UserError(
    `${what} is no longer a number at step ${step} with learning rate ${learningRate}: the training diverged. Start again with a lower learning rate, such as ${learningRate / 10}.`,
  );
}

/**
 * Trains and tells what happens as plain events: each step, the responses of the layers, the validation split after
 * each epoch and the test split at the end. The last event is not among them, since only the caller knows how it ends.
 * @returns `stopped` where `stopped()` said so before everything was done.
 * @throws UserError where the loss is no longer finite.
 */
export async function* train(options: LoopOptions): AsyncGenerator<MetricEvent, 'finished' | 'stopped'> {
  const { engine, loader, config, responseBatch, stopped, saveCheckpoint } = options;
  const { steps: totalSteps, learningRate, milestones, schedule: kind, batch } = config.training;
  const plan: SchedulePlan = { kind, learningRate, milestones, totalSteps };
  const startedAt = performance.now();
  const seconds = (): number => (performance.now() - startedAt) / 1000;
  const speed = new RateMeter();
  const timetable = new ResponseTimetable();
  let position: Position = { step: 0, epoch: 0, plateau: initialPlateau };
  let bestError = Infinity;

  function* measureResponses(): Generator<MetricEvent> {
    if (!responseBatch) return;
    const start = performance.now();
    const responses = engine.responses(responseBatch.images);
    timetable.measured(position.step, performance.now() - start);
    if (!responses.standardDeviations.every(Number.isFinite)) return;
    yield { event: 'responses', step: position.step, epoch: position.epoch, ...responses };
  }

  async function* evaluate(
    split: 'validation' | 'test',
    data: EvaluatedSplit,
    rate: number,
  ): AsyncGenerator<MetricEvent> {
    const errors = await evaluateSplit(engine, data, batch, stopped);
    if (!errors) return;
    assertFinite(errors.loss, position.step, rate, `The loss of the ${split} pictures`);
    yield { event: 'evaluation', split, step: position.step, epoch: position.epoch, ...errors, time: seconds() };
    if (split === 'test') return;
    position = { ...position, plateau: observeValidationError(position.plateau, errors.top1Error) };
    if (errors.top1Error >= bestError) return;
    bestError = errors.top1Error;
    await saveCheckpoint('best', position);
  }

  // The first call of a graph prepares its kernels; the timetable counts from the second.
  if (responseBatch) engine.responses(responseBatch.images);
  while (position.step < totalSteps) {
    if (stopped()) break;
    const rate = learningRateAt(plan, position.plateau, position.step);
    const waitedFrom = performance.now();
    const { images, labels } = await loader.next();
    const computedFrom = performance.now();
    const { loss, top1Errors } = engine.trainStep(images, labels, rate);
    const end = performance.now();
    const step = position.step + 1;
    assertFinite(loss, step, rate, 'The loss');
    position = { ...position, step, epoch: Math.ceil(step / loader.stepsPerEpoch) };
    speed.add(labels.length, end - waitedFrom);
    yield {
      ...{
        event: 'step',
        step,
        epoch: position.epoch,
        loss,
        top1Error: top1Errors / labels.length,
        learningRate: rate,
      },
      ...{ imagesPerSecond: speed.perSecond, loadingMillis: computedFrom - waitedFrom, stepMillis: end - computedFrom },
      time: seconds(),
    };
    // Stop messages arrive between two steps.
    await turn();
    if (stopped()) break;
    const epochEnds = step % loader.stepsPerEpoch === 0 || step === totalSteps;
    if (epochEnds || timetable.isDue(step)) yield* measureResponses();
    if (!epochEnds) continue;
    yield* evaluate('validation', options.validation, rate);
    if (step < totalSteps && !stopped()) await saveCheckpoint('last', position);
  }
  if (position.step > 0) await saveCheckpoint('last', position);
  if (position.step < totalSteps || stopped()) return 'stopped';
  yield* evaluate('test', options.test, learningRateAt(plan, position.plateau, totalSteps - 1));
  return stopped() ? 'stopped' : 'finished';
}
