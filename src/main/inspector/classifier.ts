import { stat } from 'node:fs/promises';
import type { Classification } from '../../shared/contract/classification';
import type { Picture } from '../../shared/contract/dataset';
import type { Evaluation, EvaluationProgress } from '../../shared/contract/evaluation';
import type { InspectedPicture, LayerInspection } from '../../shared/contract/inspection';
import { messageOf, UserError } from '../../shared/errors';
import { decodePicture } from '../datasets/pictures/decode-picture';
import { Engine } from '../engine';
import type { Checkpoint } from '../engine/weights/checkpoint';
import { readCheckpoint } from '../engine/weights/checkpoint';
import type { GivenDescription } from '../engine/weights/weights-file';
import { evaluate, type EvaluationTask } from './evaluate';
import { activationMaps, filterPictures, keptKernel, networkPixels } from './layer-pictures';
import { expandPicturePaths } from './picture-paths';
import { topPredictions } from './softmax';

/** Pictures that are computed together. */
const batchSize = 32;

type Decoded = { path: string; pixels: Uint8Array; picture: Picture } | { path: string; error: string };

/** A trained network that classifies pictures from files. */
export class Classifier {
  readonly #checkpoint: Omit<Checkpoint, 'tensors'>;
  readonly #engine: Engine;

  private constructor(checkpoint: Omit<Checkpoint, 'tensors'>, engine: Engine) {
    this.#checkpoint = checkpoint;
    this.#engine = engine;
  }

  /** @throws UserError that names the file where its weights cannot be used. */
  static async load(path: string, given: GivenDescription = {}): Promise<Classifier> {
    const { tensors, ...checkpoint } = await readCheckpoint(path, given);
    const { network, normalization } = checkpoint;
    const engine = await Engine.create({ network, normalization, precision: 'float32' });
    try {
      engine.writeState(tensors);
    } catch (error) {
      engine.dispose();
      if (error instanceof UserError) throw new UserError(`${path}: ${error.message}`);
      throw error;
    }
    return new Classifier(checkpoint, engine);
  }

  /**
   * Classifies pictures, and those in folders. One that cannot be read is told as such and does not stop the rest.
   * @param top So many of the most probable classes.
   */
  async classify(paths: readonly string[], top: number): Promise<Classification[]> {
    const pictures = await expandPicturePaths(paths);
    const classifications: Classification[] = [];
    for (let from = 0; from < pictures.length; from += batchSize) {
      const decoded = await Promise.all(
        pictures.slice(from, from + batchSize).map((found) => ('error' in found ? found : this.#decode(found.path))),
      );
      classifications.push(...this.#classifyBatch(decoded, top));
    }
    return classifications;
  }

  /**
   * What a layer makes of a picture.
   * @throws UserError where the network has no such layer, or the picture cannot be read or does not fit.
   */
  async inspect(layer: string, inspected: InspectedPicture): Promise<LayerInspection> {
    const { network, step } = this.#checkpoint;
    const found = network.layers.find(({ name }) => name === layer);
    if (!found) throw new UserError(`${network.variant.title} has no layer "${layer}".`);
    const { pixels, picture } =
      'path' in inspected
        ? await decodePicture(inspected.path, network.inputShape)
        : { pixels: networkPixels(inspected, network.inputShape), picture: inspected };
    const values = this.#engine.activations(pixels, layer);
    const first = network.layers.find(({ kind }) => kind === 'convolution');
    const kernel = first === found && this.#engine.readWeights().find(({ name }) => name === `${layer}.weight`);
    return {
      step,
      picture,
      channels: found.outputShape[2],
      ...activationMaps(values, found.outputShape),
      filters: kernel ? filterPictures(kernel) : null,
      kernel: kernel ? keptKernel(kernel) : null,
    };
  }

  /**
   * What the network makes of all pictures of a split.
   * @throws UserError where the dataset is none for this network, or has no such pictures.
   */
  evaluate(task: EvaluationTask, report: (progress: EvaluationProgress) => void): Promise<Evaluation> {
    const network = { checkpoint: this.#checkpoint, predict: (images: Uint8Array) => this.#engine.predict(images) };
    return evaluate(network, task, report);
  }

  dispose(): void {
    this.#engine.dispose();
  }

  async #decode(path: string): Promise<Decoded> {
    try {
      return { path, ...(await decodePicture(path, this.#checkpoint.network.inputShape)) };
    } catch (error) {
      return { path, error: messageOf(error) };
    }
  }

  #classifyBatch(decoded: readonly Decoded[], top: number): Classification[] {
    const { classes } = this.#checkpoint;
    const readable = decoded.flatMap((picture) => ('error' in picture ? [] : [picture.pixels]));
    const logits = readable.length > 0 ? this.#engine.predict(Buffer.concat(readable)) : new Float32Array();
    let row = 0;
    return decoded.map((picture) => {
      if ('error' in picture) return picture;
      const own = [...logits.subarray(row * classes.length, (row + 1) * classes.length)];
      row += 1;
      const { path, picture: shown } = picture;
      return { path, predictions: topPredictions(own, classes, top), logits: own, picture: shown };
    });
  }
}

/** Keeps the network that was used last, since the next pictures mostly want the same. */
export class ClassifierCache {
  #kept: { key: string; classifier: Classifier } | null = null;

  /** @throws UserError that names the file where it cannot be used. */
  async load(path: string, given: GivenDescription = {}): Promise<Classifier> {
    // A run that trains writes its checkpoint anew under the same name.
    const modified = await stat(path).then(
      ({ mtimeMs, size }) => `${mtimeMs} ${size}`,
      () => 'missing',
    );
    const key = JSON.stringify([path, modified, given]);
    if (this.#kept?.key === key) return this.#kept.classifier;
    const classifier = await Classifier.load(path, given);
    this.#kept?.classifier.dispose();
    this.#kept = { key, classifier };
    return classifier;
  }
}
