import type { LayerInspection } from '../../../../shared/contract/inspection';
import { csvOf } from '../../../../shared/csv';

/** Digits that tell any two float32 numbers apart. */
const digits = 9;

/** Every weight of a convolution with its place, all counted from 0. */
export function kernelCsv({ shape, values }: NonNullable<LayerInspection['kernel']>): string {
  const [, channels, height, width] = shape;
  const rows = Array.from(values, (value, index) => [
    Math.floor(index / (channels * height * width)),
    Math.floor(index / (height * width)) % channels,
    Math.floor(index / width) % height,
    index % width,
    Number(value.toPrecision(digits)),
  ]);
  return csvOf(['filter', 'channel', 'row', 'column', 'weight'], rows);
}
