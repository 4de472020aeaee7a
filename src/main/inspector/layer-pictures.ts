import type { Shape } from '../../shared/network/layer';
import type { Picture } from '../../shared/contract/dataset';
import type { LayerInspection } from '../../shared/contract/inspection';
import type { NamedTensor } from '../engine/state';
import { UserError } from '../../shared/errors';
import { message } from '../../shared/words/message';

/** More are not told apart by eye. */
const mostMaps = 64;

/** Least and greatest value. */
function rangeOf(values: Float32Array): [low: number, high: number] {
  let [low, high] = [Infinity, -Infinity];
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? 0;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}

/** @param valueAt Red, green and blue of a pixel, 0 to 1. */
function painted(
  label: string,
  width: number,
  height: number,
  valueAt: (row: number, column: number, colour: number) => number,
): Picture {
  const pixels = new Uint8Array(width * height * 4);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const at = 4 * (row * width + column);
      for (let colour = 0; colour < 3; colour += 1) {
        pixels[at + colour] = Math.round(255 * valueAt(row, column, colour));
      }
      pixels[at + 3] = 255;
    }
  }
  return { label, width, height, pixels };
}

/** The channels of what a layer puts out for one picture, height x width x channels, as grey pictures of one scale. */
export function activationMaps(
  values: Float32Array,
  [height, width, channels]: Shape,
): { maps: Picture[]; low: number; high: number } {
  const [low, high] = rangeOf(values);
  const spread = high > low ? high - low : 1;
  const maps = Array.from({ length: Math.min(channels, mostMaps) }, (_, channel) =>
    painted(`channel ${channel}`, width, height, (row, column) => {
      return ((values[(row * width + column) * channels + channel] ?? low) - low) / spread;
    }),
  );
  return { maps, low, high };
}

/**
 * Filters of one or three input channels as pictures, grey where a weight is 0, of one scale.
 * @param kernel output channels x input channels x height x width.
 */
export function filterPictures({ shape, data }: Pick<NamedTensor, 'shape' | 'data'>): Picture[] {
  const [filters = 0, channels = 0, height = 0, width = 0] = shape;
  const [low, high] = rangeOf(data);
  const most = Math.max(Math.abs(low), Math.abs(high)) || 1;
  return Array.from({ length: filters }, (_, filter) =>
    painted(`filter ${filter}`, width, height, (row, column, colour) => {
      const channel = channels === 3 ? colour : 0;
      const value = data[((filter * channels + channel) * height + row) * width + column] ?? 0;
      return 0.5 + value / (2 * most);
    }),
  );
}

/** A kernel as it is handed on, output channels x input channels x height x width. */
export function keptKernel({
  shape,
  data,
}: Pick<NamedTensor, 'shape' | 'data'>): NonNullable<LayerInspection['kernel']> {
  const [filters = 0, channels = 0, height = 0, width = 0] = shape;
  return { shape: [filters, channels, height, width], values: Float32Array.from(data) };
}

/** A picture's bytes as a network takes them. @throws UserError where it is of another size. */
export function networkPixels({ width, height, pixels, label }: Picture, shape: Shape): Uint8Array {
  const [rows, columns, channels] = shape;
  if (width !== columns || height !== rows || pixels.length !== 4 * width * height) {
    throw new UserError(message('inspection.otherPixels', { label, width, height, columns, rows }));
  }
  const bytes = new Uint8Array(rows * columns * channels);
  for (let index = 0; index < bytes.length; index += 1) {
    bytes[index] = pixels[4 * Math.floor(index / channels) + (index % channels)] ?? 0;
  }
  return bytes;
}
