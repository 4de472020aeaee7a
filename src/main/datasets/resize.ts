/** Pixels in height, width, channel order. */
export interface Raster {
  pixels: Uint8Array | Float32Array;
  width: number;
  height: number;
  channels: number;
}

/** For each target pixel along an axis: the first source pixel that it sees, how many, and their weights. */
interface Weights {
  first: Int32Array;
  count: Int32Array;
  /** `stride` for each target pixel, of which `count` are used. */
  values: Float32Array;
  stride: number;
}

/**
 * Resizes a picture as Pillow's `resize(..., BILINEAR)` does, which torchvision uses: each target pixel is a mean of
 * the source weighted by a triangle as wide as two target pixels, so that nothing is skipped when a photograph shrinks.
 * Where the proportions differ, the middle of the source is taken.
 * @param channels how many of the source's channels are taken, from the first on.
 * @returns height x width x channels bytes.
 */
export function resize(source: Raster, width: number, height: number, channels: number): Uint8Array {
  const scale = Math.min(source.width / width, source.height / height);
  const columns = triangle(source.width, width, scale);
  const rows = triangle(source.height, height, scale);
  return alongColumns(alongRows(source, columns, channels), width * channels, rows);
}

function triangle(sourceSize: number, targetSize: number, scale: number): Weights {
  const start = (sourceSize - targetSize * scale) / 2;
  const reach = Math.max(scale, 1);
  const stride = Math.ceil(2 * reach) + 2;
  const weights = {
    first: new Int32Array(targetSize),
    count: new Int32Array(targetSize),
    values: new Float32Array(targetSize * stride),
    stride,
  };
  for (let target = 0; target < targetSize; target++) {
    const center = start + (target + 0.5) * scale;
    const first = Math.max(0, Math.floor(center - reach + 0.5));
    const count = Math.min(sourceSize, Math.floor(center + reach + 0.5)) - first;
    let sum = 0;
    for (let index = 0; index < count; index++) {
      const weight = Math.max(0, 1 - Math.abs(first + index + 0.5 - center) / reach);
      weights.values[target * stride + index] = weight;
      sum += weight;
    }
    for (let index = 0; index < count; index++) (weights.values[target * stride + index] as number) /= sum;
    weights.first[target] = first;
    weights.count[target] = count;
  }
  return weights;
}

function alongRows(source: Raster, { first, count, values, stride }: Weights, channels: number): Float32Array {
  const { pixels, width, height } = source;
  const step = source.channels;
  const result = new Float32Array(height * first.length * channels);
  let to = 0;
  for (let y = 0; y < height; y++) {
    for (let target = 0; target < first.length; target++) {
      const start = (y * width + (first[target] as number)) * step;
      const end = start + (count[target] as number) * step;
      for (let channel = 0; channel < channels; channel++) {
        let sum = 0;
        for (let at = start + channel, weight = target * stride; at < end; at += step, weight++) {
          sum += (values[weight] as number) * (pixels[at] as number);
        }
        result[to++] = sum;
      }
    }
  }
  return result;
}

/** Adds weighted rows of `rowLength` numbers, row after row, as they lie in memory. */
function alongColumns(pixels: Float32Array, rowLength: number, rows: Weights): Uint8Array {
  const { first, count, values, stride } = rows;
  const result = new Uint8Array(first.length * rowLength);
  const sums = new Float32Array(rowLength);
  for (let target = 0; target < first.length; target++) {
    sums.fill(0);
    for (let index = 0; index < (count[target] as number); index++) {
      const weight = values[target * stride + index] as number;
      const start = ((first[target] as number) + index) * rowLength;
      for (let at = 0; at < rowLength; at++) (sums[at] as number) += weight * (pixels[start + at] as number);
    }
    for (let at = 0; at < rowLength; at++) {
      result[target * rowLength + at] = Math.min(255, Math.max(0, Math.round(sums[at] as number)));
    }
  }
  return result;
}
