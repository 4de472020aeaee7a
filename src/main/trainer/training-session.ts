import type { Network } from '../../shared/network/build';
import type { TrainerReport } from '../../shared/contract/processes';
import { type RunConfig, type RunState, usualCheckpoints } from '../../shared/contract/run';
import { UserError } from '../../shared/errors';
import { BatchLoader, DatasetStore, orderedBatches } from '../datasets';
import { benchmark, compileForGpus, Engine, type Precision, tensorflowInfo, usedWeights } from '../engine';
import { TensorBoardEvents } from '../export/tensorboard/tensorboard';
import { attempt } from '../files/attempt';
import { BackgroundWork } from './background-work';
import { checkpointMetadata } from '../engine/weights/checkpoint';
import { assertFiniteState } from './divergence';
import { explainFailure } from './failure';
import { GpuMemory } from '../machine/gpu-memory';
import { chosenDevice, explainFallback, listGpus } from '../machine/gpus';
import { train } from './loop';
import type { EvaluatedSplit } from './loop-parts';
import type { Pause } from './pause';
import type { Position } from '../engine/weights/position';
import { choosePrecision } from '../engine/precision';
import { MetricsFeed } from './metrics-feed';
import { MetricsWriter } from '../runs/metrics-file';
import { endEvent, RunSummation } from '../runs/run-numbers';
import type { CheckpointKind } from '../runs/run-store';
import { RunStore } from '../runs/run-store';
import { networkOf } from '../../shared/network/run-network';
import { checkDataset } from '../runs/resume-run';
import { liesBefore, readResumePoint, type ResumePoint } from '../runs/resume-point';
import { readTensors, type Tensor, writeTensors } from '../engine/weights/safetensors';
import { startingState } from '../runs/starting-weights';
import { isPending, stateFile } from '../runs/state-file';

export interface SessionOptions {
  readonly dataFolder: string;
  readonly run: string;
  /** Compiled code of the loader threads. */
  readonly loaderEntry: string;
  report(report: TrainerReport): void;
  readonly pause: Pause;
  /** How the run is to end early; null while it is to go on. */
  stopState(): 'stopped' | 'interrupted' | null;
}

/** How often state.json gets the latest numbers. */
const stateMillis = 5000;
/** So many pictures show how strongly the layers respond. */
const responsePictures = 64;

/** Trains one run from its config.json to its end, and keeps its folder and its host told. */
export class TrainingSession {
  readonly #options: SessionOptions;
  readonly #store: RunStore;
  readonly #summation = new RunSummation();
  #stateWrittenAt = 0;
  /** Of the newest checkpoint. */
  #savedStep: number | null = null;
  #events: TensorBoardEvents | null = null;
  readonly #writing = new BackgroundWork();

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#store = new RunStore(options.dataFolder);
  }

  /** Never throws for what goes wrong in training: the run then ends as failed, with the reason. */
  async run(): Promise<void> {
    const { run, report, stopState } = this.#options;
    const config = await this.#store.readConfig(run);
    let writer: MetricsWriter | null = null;
    let feed: MetricsFeed | null = null;
    let state: RunState;
    let reason: string | null = null;
    try {
      writer = new MetricsWriter(this.#store.metricsPath(run));
      feed = new MetricsFeed(writer, report);
      const start = await readResumePoint(this.#store.checkpointPath(run, 'last'));
      const kept = writer.rewind((line) => liesBefore(start.position, line));
      for (const event of kept) this.#summation.add(event);
      await this.#enter('preparing', null);
      this.#events = new TensorBoardEvents(this.#store.eventsPath(run), networkOf(config), start.position.step, kept);
      try {
        state = await this.#train(config, start, feed);
      } finally {
        this.#events.close();
      }
      if (state === 'stopped') state = stopState() ?? state;
      if (state === 'interrupted') reason = 'The studio ended while the run trained. A checkpoint was written.';
    } catch (error) {
      state = 'failed';
      // A checkpoint that is being written is the last good one. Where it cannot be, the error says so already.
      await this.#writing.done().catch(() => undefined);
      reason = explainFailure(error, config, this.#store.path(run));
      if (this.#savedStep !== null) reason = `${reason} The checkpoint of step ${this.#savedStep} is kept.`;
      const told = error instanceof UserError ? reason : String(error instanceof Error ? error.stack : error);
      await attempt(() => this.#log(told));
    }
    // The disk may take nothing any more: the host is told of the end in any case.
    await attempt(() => feed?.add(endEvent(run, state, this.#summation.numbers)));
    await attempt(() => feed?.flush());
    await attempt(() => writer?.close());
    await attempt(() => this.#log(`${state} after ${this.#summation.numbers.steps} steps`));
    await attempt(() => this.#writeState(state, reason));
    report({ type: 'state', state, reason });
  }

  async #train(config: RunConfig, start: ResumePoint, feed: MetricsFeed): Promise<'finished' | 'stopped'> {
    const { training } = config;
    const network = networkOf(config);
    const dataset = await new DatasetStore(this.#options.dataFolder).open(config.dataset.id);
    checkDataset(config, dataset.manifest);
    const [data, validation, test] = [
      await dataset.split('train'),
      await dataset.split('validation'),
      await dataset.split('test'),
    ];
    const evaluated = (split: typeof data): EvaluatedSplit =>
      split.count === 0 ? null : (batch) => orderedBatches(split, batch);
    const loader = await BatchLoader.start({
      data,
      shape: config.dataset.shape,
      batch: training.batch,
      seed: training.seed,
      shuffle: training.shuffle,
      augmentation: training.augmentation,
      mirror: config.dataset.mirrorKeepsClass,
      firstStep: start.position.step,
      entry: this.#options.loaderEntry,
    });
    try {
      compileForGpus();
      const { tensorflowVersion, devices, cuda } = await tensorflowInfo();
      await this.#log(
        `TensorFlow ${tensorflowVersion} on ${devices.join(', ')}; ${training.variant}, ${training.steps} steps`,
      );
      const fallback = explainFallback({ devices, cuda }, await listGpus(), chosenDevice(process.env));
      if (fallback !== null) await this.#note(fallback);
      if (devices.includes('GPU')) {
        await this.#note('TensorFlow compiles the step for the GPU: the first one takes up to a minute.');
      }
      const { precision, reason } = await this.#choosePrecision(config, network, devices);
      const decided = { ...config, training: { ...training, precision }, precisionReason: reason };
      if (reason !== undefined) await this.#store.writeConfig(decided);
      const engine = await Engine.create({
        network,
        normalization: config.normalization,
        quantities: true,
        ...decided.training,
      });
      const gpuMemory = devices.includes('GPU') ? new GpuMemory() : null;
      try {
        engine.initialise(training.seed);
        if (start.tensors) await this.#goOn(start.position, start.tensors, engine);
        else await this.#startFromWeights(config, network, engine);
        await this.#enter('training', null);
        const watched = orderedBatches(validation.count > 0 ? validation : data, responsePictures);
        const responseBatch = (await watched.next()).value ?? null;
        const events = train({
          engine,
          loader,
          config: decided,
          start: { position: start.position, seconds: this.#summation.numbers.seconds },
          responseBatch,
          validation: evaluated(validation),
          test: evaluated(test),
          ...(gpuMemory && { gpuBytes: () => gpuMemory.bytes }),
          stopped: () => this.#options.stopState() !== null,
          paused: () => this.#options.pause.on,
          whilePaused: () => this.#holdStill(),
          saveCheckpoint: (kind, position, rate) => {
            // Nothing that comes before a checkpoint is computed again, and so it must not be lost.
            feed.flush();
            return this.#saveCheckpoint(kind, position, rate, decided, engine);
          },
          note: (text) => this.#note(text),
        });
        for (;;) {
          const next = await events.next();
          if (next.done) {
            await this.#writing.done();
            return next.value;
          }
          this.#summation.add(next.value);
          feed.add(next.value);
          this.#events?.add(next.value);
          if (next.value.event === 'evaluation' || Date.now() - this.#stateWrittenAt > stateMillis) {
            await this.#writeState('training', null);
          }
        }
      } finally {
        gpuMemory?.close();
        engine.dispose();
      }
    } finally {
      await loader.close();
    }
  }

  async #holdStill(): Promise<void> {
    await this.#writing.done();
    await this.#enter('paused', null);
    await this.#log(`Paused after step ${this.#savedStep}.`);
    await this.#options.pause.over();
    if (this.#options.stopState() !== null) return;
    await this.#log('Goes on.');
    await this.#enter('training', null);
  }

  async #goOn({ step }: Position, tensors: Tensor[], engine: Engine): Promise<void> {
    engine.writeState(tensors);
    this.#savedStep = step;
    await this.#log(`Goes on after step ${step}.`);
  }

  async #startFromWeights({ run, weights }: RunConfig, network: Network, engine: Engine): Promise<void> {
    if (!weights) return;
    const { tensors } = await readTensors(this.#store.checkpointPath(run, 'initial'));
    engine.writeState(startingState(network, engine.readState(), usedWeights(tensors)));
    await this.#log([`Starts from ${weights.source}.`, ...weights.notes].join('\n'));
  }

  /** The precision that was asked for; where it was left open, one that is chosen here, with the reason. */
  async #choosePrecision(
    config: RunConfig,
    network: Network,
    devices: string[],
  ): Promise<{ precision: Precision; reason?: string }> {
    const { precision, batch } = config.training;
    if (precision !== 'auto') return { precision };
    const choice = await choosePrecision({ network, batch, devices, time: benchmark });
    await this.#note(choice.reason);
    return choice;
  }

  /** The best is there to be used, and the last to go on from: only it holds more than weights where these are averaged. */
  async #saveCheckpoint(
    kind: CheckpointKind | 'epoch',
    position: Position,
    learningRate: number,
    config: RunConfig,
    engine: Engine,
  ): Promise<void> {
    const averaged = config.training.ema > 0;
    const tensors = kind === 'best' && averaged ? engine.readWeights() : engine.readState();
    assertFiniteState(tensors, position.step, learningRate);
    this.#events?.flush();
    const path =
      kind === 'epoch'
        ? this.#store.epochCheckpointPath(config.run, position.epoch)
        : this.#store.checkpointPath(config.run, kind);
    await this.#writing.start(async () => {
      await writeTensors(path, { metadata: checkpointMetadata(config, position), tensors });
      this.#savedStep = position.step;
      if (kind === 'epoch') await this.#store.pruneEpochs(config.run, (config.checkpoints ?? usualCheckpoints).keep);
    });
  }

  async #enter(state: RunState, reason: string | null): Promise<void> {
    await this.#writeState(state, reason);
    this.#options.report({ type: 'state', state, reason });
  }

  async #writeState(state: RunState, reason: string | null): Promise<void> {
    this.#stateWrittenAt = Date.now();
    const pid = isPending(state) ? process.pid : null;
    await this.#store.writeState(this.#options.run, stateFile(state, reason, pid, this.#summation.numbers));
  }

  async #note(text: string): Promise<void> {
    await this.#log(text);
    this.#options.report({ type: 'note', text });
  }

  #log(text: string): Promise<void> {
    return this.#store.log(this.#options.run, text);
  }
}
