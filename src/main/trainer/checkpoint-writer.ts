import { type RunConfig, defaultCheckpoints } from '../../shared/contract/run';
import type { Engine } from '../engine';
import { checkpointMetadata } from '../engine/weights/checkpoint';
import type { Position } from '../engine/weights/position';
import { writeTensors } from '../engine/weights/safetensors';
import type { CheckpointKind } from '../runs/run-checkpoints';
import type { RunStore } from '../runs/run-store';
import { BackgroundWork } from './background-work';
import { assertFiniteState } from './divergence';

/** Writes the checkpoints of a run while it trains on; one after the other. */
export class CheckpointWriter {
  readonly #store: RunStore;
  readonly #writing = new BackgroundWork();
  #savedStep: number | null;
  #millis = 0;

  /** @param savedStep Of the checkpoint that the run goes on from; null where it begins. */
  constructor(store: RunStore, savedStep: number | null) {
    this.#store = store;
    this.#savedStep = savedStep;
  }

  /** Of the newest checkpoint that is on the disk. */
  get savedStep(): number | null {
    return this.#savedStep;
  }

  /** What the latest checkpoint took, from the reading of the state to the disk, in milliseconds; 0 before the first. */
  get millis(): number {
    return this.#millis;
  }

  /** Resolves when the newest checkpoint is on the disk. @throws what writing it failed with. */
  done(): Promise<void> {
    return this.#writing.done();
  }

  /**
   * Takes the state now and writes it while the run goes on. The best is there to be used, and the last to go on from:
   * only it holds more than weights where these are averaged.
   * @throws UserError where a number is not finite; what writing the checkpoint before failed with.
   */
  async save(
    kind: CheckpointKind | 'epoch',
    position: Position,
    learningRate: number,
    config: RunConfig,
    engine: Engine,
  ): Promise<void> {
    const begun = performance.now();
    const averaged = config.training.ema > 0;
    const tensors = kind === 'best' && averaged ? engine.readWeights() : engine.readState();
    assertFiniteState(tensors, position.step, learningRate);
    const path =
      kind === 'epoch'
        ? this.#store.checkpoints.epochPath(config.run, position.epoch)
        : this.#store.checkpoints.path(config.run, kind);
    await this.#writing.start(async () => {
      await writeTensors(path, { metadata: checkpointMetadata(config, position), tensors });
      this.#savedStep = position.step;
      this.#millis = performance.now() - begun;
      if (kind === 'epoch')
        await this.#store.checkpoints.pruneEpochs(config.run, (config.checkpoints ?? defaultCheckpoints).keep);
    });
  }
}
