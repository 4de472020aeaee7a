import type { RunConfig, RunState } from '../../shared/contract/run';
import type { Trainer } from '../../shared/contract/trainer';
import { UserError } from '../../shared/errors';
import type { Emit } from '../../shared/rpc/service';
import { attempt } from '../files/attempt';
import { withLock } from '../files/file-lock';
import { GpuMemory } from '../machine/gpu-memory';
import { readResumePoint, type ResumePoint } from '../runs/resume-point';
import { RunStore } from '../runs/run-store';
import { CheckpointWriter } from './checkpoint-writer';
import { explainFailure } from './failure';
import { train } from './loop';
import { openData } from './open-data';
import { openEngine } from './open-engine';
import type { Pause } from './pause';
import { RunRecord } from './run-record';
import { inEnglish } from '../../shared/words/english';
import { message, type Message } from '../../shared/words/message';

export interface SessionOptions {
  readonly dataFolder: string;
  readonly run: string;
  /** Compiled code of the loader threads. */
  readonly loaderEntry: string;
  readonly report: Emit<Trainer>;
  readonly pause: Pause;
  /** How the run is to end early; null while it is to go on. */
  stopState(): 'stopped' | 'interrupted' | null;
}

interface End {
  readonly state: RunState;
  readonly reason: Message | string | null;
}

/** One that has lost its host ends within ten seconds. */
const patienceMillis = 30_000;

/** Trains one run from its config.json to its end, and keeps its folder and its host told. */
export class TrainingSession {
  readonly #options: SessionOptions;
  readonly #store: RunStore;
  readonly #record: RunRecord;
  #checkpoints: CheckpointWriter | null = null;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#store = new RunStore(options.dataFolder);
    this.#record = new RunRecord(this.#store, options.run, options.report);
  }

  /**
   * Never throws for what goes wrong in training: the run then ends as failed, with the reason.
   * @throws UserError where another process still trains the run.
   */
  run(): Promise<void> {
    return withLock(this.#store.lockPath(this.#options.run, 'trainer'), () => this.#run(), patienceMillis);
  }

  async #run(): Promise<void> {
    const config = await this.#store.readConfig(this.#options.run);
    const { state, reason } = await this.#train(config).catch((error: unknown) => this.#fail(error, config));
    await this.#record.close(state, reason);
  }

  async #train(config: RunConfig): Promise<End> {
    const start = await readResumePoint(this.#store.checkpoints.path(config.run, 'last'));
    await this.#record.open(config, start);
    const end = await this.#trainFrom(start, config);
    if (end === 'finished') return { state: end, reason: null };
    const state = this.#options.stopState() ?? end;
    const reason = message('training.studioEndedWithCheckpoint');
    return { state, reason: state === 'interrupted' ? reason : null };
  }

  async #trainFrom(start: ResumePoint, given: RunConfig): Promise<'finished' | 'stopped'> {
    const { dataFolder, loaderEntry } = this.#options;
    const data = await openData(given, { dataFolder, loaderEntry, firstStep: start.position.step });
    try {
      const { engine, config, usesGpu } = await openEngine(given, start, this.#store, this.#record);
      const gpuMemory = usesGpu ? new GpuMemory() : null;
      const checkpoints = new CheckpointWriter(this.#store, start.tensors && start.position.step);
      this.#checkpoints = checkpoints;
      try {
        await this.#record.enter('training');
        const events = train({
          engine,
          ...data,
          config,
          start: { position: start.position, seconds: this.#record.seconds },
          ...(gpuMemory && { gpuBytes: () => gpuMemory.bytes }),
          stopped: () => this.#options.stopState() !== null,
          paused: () => this.#options.pause.on,
          whilePaused: () => this.#holdStill(checkpoints),
          saveCheckpoint: (kind, position, learningRate) => {
            this.#record.flush();
            return checkpoints.save(kind, position, learningRate, config, engine);
          },
          checkpointMillis: () => checkpoints.millis,
          note: (text) => this.#record.note(text),
        });
        return await this.#follow(events, checkpoints);
      } finally {
        gpuMemory?.close();
        engine.dispose();
      }
    } finally {
      await data.loader.close();
    }
  }

  /** Records what the loop tells until it is over, with its last checkpoint on the disk. */
  async #follow(events: ReturnType<typeof train>, checkpoints: CheckpointWriter): Promise<'finished' | 'stopped'> {
    for (;;) {
      const next = await events.next();
      if (!next.done) await this.#record.add(next.value);
      else {
        await checkpoints.done();
        return next.value;
      }
    }
  }

  async #holdStill(checkpoints: CheckpointWriter): Promise<void> {
    await checkpoints.done();
    await this.#record.enter('paused');
    await this.#record.log(`Paused after step ${checkpoints.savedStep}.`);
    await this.#options.pause.over();
    if (this.#options.stopState() !== null) return;
    await this.#record.log('Goes on.');
    await this.#record.enter('training');
  }

  async #fail(error: unknown, config: RunConfig): Promise<End> {
    // A checkpoint that is being written is the last good one. Where it cannot be, the error says so already.
    await this.#checkpoints?.done().catch(() => undefined);
    const savedStep = this.#checkpoints?.savedStep ?? null;
    const why = explainFailure(error, config, this.#store.path(config.run));
    const reason = savedStep === null ? why : message('training.checkpointKept', { message: why, step: savedStep });
    const told = error instanceof UserError ? inEnglish(reason) : String(error instanceof Error ? error.stack : error);
    await attempt(() => this.#record.log(told));
    return { state: 'failed', reason };
  }
}
