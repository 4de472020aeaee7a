import type { Shape } from '../../../shared/network/layer';
import { UserError } from '../../../shared/errors';
import { message } from '../../../shared/words/message';
import { typeAttribute } from '../graph/attributes';
import type { FloatType } from '../graph/data-types';
import type { Graph, Tensor } from '../graph/graph';
import { binary, cast, reshape, slice } from '../graph/operations';
import { sizeOf } from './parameters';

/** What turns bytes into the network's input: (x / 255 - mean) / standardDeviation. */
export interface Normalization {
  /** Of x / 255: one a channel, or one a pixel and channel in the order of the picture. */
  readonly mean: readonly number[];
  /** Of x / 255: one a channel. */
  readonly standardDeviation: readonly number[];
}

function checkNormalization({ mean, standardDeviation }: Normalization, shape: Shape): void {
  const channels = shape[2];
  const pixels = sizeOf(shape);
  if (standardDeviation.length !== channels || !standardDeviation.every((value) => value > 0)) {
    throw new UserError(
      message('weights.badDeviations', { values: standardDeviation, shape: shape.join('x'), channels }),
    );
  }
  if ((mean.length !== channels && mean.length !== pixels) || !mean.every(Number.isFinite)) {
    throw new UserError(message('weights.badMeans', { means: mean.length, shape: shape.join('x'), channels, pixels }));
  }
}

/** How many 32-bit words carry the bytes of one picture; the last one may have bytes to spare. */
export function wordsPerPicture(shape: Shape): number {
  return Math.ceil(sizeOf(shape) / 4);
}

/**
 * Bytes as the session takes them: one row of 32-bit words a picture.
 * @param images Pictures one after the other, each height x width x channels bytes.
 */
export function toWords(images: Uint8Array, shape: Shape): Int32Array {
  const bytes = sizeOf(shape);
  const bytesInWords = 4 * wordsPerPicture(shape);
  const filled = bytes === bytesInWords ? images : withSpareBytes(images, bytes, bytesInWords);
  const aligned = filled.byteOffset % 4 === 0 ? filled : Uint8Array.from(filled);
  return new Int32Array(aligned.buffer, aligned.byteOffset, aligned.length / 4);
}

function withSpareBytes(images: Uint8Array, bytes: number, bytesInWords: number): Uint8Array {
  const count = images.length / bytes;
  const filled = new Uint8Array(count * bytesInWords);
  for (let index = 0; index < count; index += 1) {
    filled.set(images.subarray(index * bytes, (index + 1) * bytes), index * bytesInWords);
  }
  return filled;
}

/** Adds the ops from words to normalised pictures [batch, height, width, channels]. */
export function addPictures(
  graph: Graph,
  words: Tensor,
  shape: Shape,
  normalization: Normalization,
  type: FloatType,
): Tensor {
  checkNormalization(normalization, shape);
  const [height, width, channels] = shape;
  const attributes = { T: typeAttribute('int32'), type: typeAttribute('uint8') };
  const bytes = graph.add('uint8', { op: 'Bitcast', inputs: [words], attributes });
  const spare = 4 * wordsPerPicture(shape) - sizeOf(shape);
  const rows = (): Tensor => reshape(graph, bytes, [-1, sizeOf(shape) + spare]);
  const used = spare === 0 ? bytes : slice(graph, rows(), [0, 0], [-1, sizeOf(shape)]);
  const raw = cast(graph, reshape(graph, used, [-1, height, width, channels]), 'float32');

  const deviation = (index: number): number => normalization.standardDeviation[index % channels] ?? 1;
  const factor = normalization.standardDeviation.map((value) => 1 / (255 * value));
  const offset = normalization.mean.map((value, index) => value / deviation(index));
  const offsetShape = offset.length === channels ? [channels] : [height, width, channels];
  const scaled = binary(graph, 'Mul', raw, graph.floats(factor));
  return cast(graph, binary(graph, 'Sub', scaled, graph.floats(offset, offsetShape)), type);
}
