import type { Shape } from '../../../shared/architecture/layer';
import { UserError } from '../../../shared/errors';
import { typeAttribute } from '../graph/attributes';
import type { FloatType } from '../graph/data-types';
import type { Graph, Tensor } from '../graph/graph';
import { binary, cast, reshape, slice } from '../graph/operations';

/** What turns bytes into the network's input: (x / 255 - mean) / standardDeviation. */
export interface Normalization {
  /** Of x / 255: one a channel, or one a pixel and channel in the order of the picture. */
  readonly mean: readonly number[];
  /** Of x / 255: one a channel. */
  readonly standardDeviation: readonly number[];
}

function checkNormalization({ mean, standardDeviation }: Normalization, shape: Shape): void {
  const [height, width, channels] = shape;
  const pixels = height * width * channels;
  if (standardDeviation.length !== channels || !standardDeviation.every((value) => value > 0)) {
    throw new UserError(
      `The normalisation has the standard deviations ${standardDeviation.join(', ')}; pictures of ${shape.join('x')} need ${channels}, each above 0.`,
    );
  }
  if ((mean.length !== channels && mean.length !== pixels) || !mean.every(Number.isFinite)) {
    throw new UserError(
      `The normalisation has ${mean.length} means; pictures of ${shape.join('x')} need ${channels}, one a channel, or ${pixels}, one a pixel.`,
    );
  }
}

/** How many 32-bit words carry the bytes of one picture. */
export function wordsPerPicture(shape: Shape): number {
  return Math.ceil((shape[0] * shape[1] * shape[2]) / 4);
}

/**
 * Bytes as the session takes them: one row of 32-bit words a picture, filled up with zeros to whole words.
 * @param images Pictures one after the other, each height x width x channels bytes.
 */
export function toWords(images: Uint8Array, shape: Shape): Int32Array {
  const bytes = shape[0] * shape[1] * shape[2];
  const rowBytes = wordsPerPicture(shape) * 4;
  if (rowBytes === bytes && images.byteOffset % 4 === 0) {
    return new Int32Array(images.buffer, images.byteOffset, images.length / 4);
  }
  const count = images.length / bytes;
  const rows = new Uint8Array(count * rowBytes);
  for (let index = 0; index < count; index += 1) {
    rows.set(images.subarray(index * bytes, (index + 1) * bytes), index * rowBytes);
  }
  return new Int32Array(rows.buffer);
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
  const bytes = height * width * channels;
  const rowBytes = wordsPerPicture(shape) * 4;
  const bitcastAttributes = { T: typeAttribute('int32'), type: typeAttribute('uint8') };
  let pixels = graph.add('uint8', { op: 'Bitcast', inputs: [words], attributes: bitcastAttributes });
  if (rowBytes !== bytes) pixels = slice(graph, reshape(graph, pixels, [-1, rowBytes]), [0, 0], [-1, bytes]);
  const raw = cast(graph, reshape(graph, pixels, [-1, height, width, channels]), 'float32');

  const deviation = (index: number): number => normalization.standardDeviation[index % channels] ?? 1;
  const factor = normalization.standardDeviation.map((value) => 1 / (255 * value));
  const offset = normalization.mean.map((value, index) => value / deviation(index));
  const offsetShape = offset.length === channels ? [channels] : [height, width, channels];
  const scaled = binary(graph, 'Mul', raw, graph.floats(factor));
  return cast(graph, binary(graph, 'Sub', scaled, graph.floats(offset, offsetShape)), type);
}
