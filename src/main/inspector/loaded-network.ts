import { stat } from 'node:fs/promises';
import type { Weights } from '../../shared/contract/inspector';
import { UserError, wordsOf } from '../../shared/errors';
import { message } from '../../shared/words/message';
import { Engine } from '../engine';
import { readCheckpoint, type Checkpoint } from '../engine/weights/checkpoint';

/** A trained network that computes: what its file says of it, and its engine with its weights. */
export interface LoadedNetwork {
  readonly checkpoint: Omit<Checkpoint, 'tensors'>;
  readonly engine: Engine;
}

/** @throws UserError that names the file where its weights cannot be used. */
async function loadNetwork({ path, given }: Weights): Promise<LoadedNetwork> {
  const { tensors, ...checkpoint } = await readCheckpoint(path, given);
  const { network, normalization } = checkpoint;
  const engine = await Engine.create({ network, normalization, precision: 'float32' });
  try {
    engine.writeState(tensors);
  } catch (error) {
    engine.dispose();
    if (error instanceof UserError) throw new UserError(message('files.about', { path, message: wordsOf(error) }));
    throw error;
  }
  return { checkpoint, engine };
}

/** Keeps the network that was used last, since the next pictures mostly want the same. */
export class NetworkCache {
  #kept: { readonly key: string; readonly network: LoadedNetwork } | null = null;

  /** @throws UserError that names the file where it cannot be used. */
  async load(weights: Weights): Promise<LoadedNetwork> {
    // A run that trains writes its checkpoint anew under the same name.
    const modified = await stat(weights.path).then(
      ({ mtimeMs, size }) => `${mtimeMs} ${size}`,
      () => 'missing',
    );
    const key = JSON.stringify([weights, modified]);
    if (this.#kept?.key === key) return this.#kept.network;
    const network = await loadNetwork(weights);
    this.#kept?.network.engine.dispose();
    this.#kept = { key, network };
    return network;
  }
}
