import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Tensor as EagerTensor } from '@tensorflow/tfjs-node-gpu';
import type { GraphNode, Tensor } from './graph/graph';
import { encodeSavedModel, savedModelTag } from './graph/saved-model';
import type { Runtime } from './runtime';

const folderPrefix = 'residual-studio-graph-';
const staleMillis = 3_600_000;

/** A value for a placeholder. */
export interface Feed {
  readonly tensor: Tensor;
  readonly shape: readonly number[];
  readonly values: Float32Array | Int32Array;
}

/** Removes what a process left that was killed between writing a graph and loading it. */
async function removeStaleFolders(parent: string): Promise<void> {
  const names = (await readdir(parent)).filter((name) => name.startsWith(folderPrefix));
  for (const path of names.map((name) => join(parent, name))) {
    const details = await stat(path).catch(() => undefined);
    if (details && Date.now() - details.mtimeMs > staleMillis) await rm(path, { recursive: true, force: true });
  }
}

/** A graph loaded into TensorFlow, with the values of its variables. */
export class Session {
  #disposed = false;

  private constructor(
    private readonly runtime: Runtime,
    private readonly id: number,
  ) {}

  /** Writes the graph as a SavedModel, loads it, and removes the files, which TensorFlow no longer needs. */
  static async load(runtime: Runtime, nodes: readonly GraphNode[]): Promise<Session> {
    const parent = tmpdir();
    await removeStaleFolders(parent);
    const folder = await mkdtemp(join(parent, folderPrefix));
    try {
      await writeFile(join(folder, 'saved_model.pb'), encodeSavedModel(nodes));
      return new Session(runtime, runtime.backend.loadSavedModelMetaGraph(folder, savedModelTag));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /**
   * Computes float32 tensors of the graph in one native call; blocks until they are there.
   * @throws Error with TensorFlow's message.
   */
  run(fetches: readonly Tensor[], feeds: readonly Feed[]): Float32Array[] {
    if (this.#disposed) throw new Error('the session is disposed');
    const { tf, backend } = this.runtime;
    const typeOf = ({ values }: Feed): 'int32' | 'float32' => (values instanceof Int32Array ? 'int32' : 'float32');
    const inputs: EagerTensor[] = feeds.map((feed) => tf.tensor(feed.values, [...feed.shape], typeOf(feed)));
    let outputs: EagerTensor[] = [];
    try {
      const names = feeds.map((feed) => ({ name: feed.tensor.name, dtype: typeOf(feed) }));
      outputs = backend.runSavedModel(
        this.id,
        inputs,
        names,
        fetches.map(({ name }) => name),
      );
      return outputs.map((output) => output.dataSync<'float32'>());
    } finally {
      tf.dispose([...inputs, ...outputs]);
    }
  }

  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    this.runtime.backend.deleteSavedModel(this.id);
  }
}
