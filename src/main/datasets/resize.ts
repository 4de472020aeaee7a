/** Pixels in height, width, channel order. */
export interface Raster {
  pixels: Uint8Array | Float32Array;
  width: number;
  height: number;
  channels: number;
}

/** For each target pixel along an axis: the first source pixel that it sees, and the weights from there on. */
type Weights = { first: number; weights: number[] }[];

/**
 * Resizes a picture as Pillow's `resize(..., BILINEAR)` does, which torchvision uses: each target pixel is a mean of
 * the source weighted by a triangle as wide as two target pixels, so that nothing is skipped when a photograph shrinks.
 * Where the proportions differ, the middle of the source is taken.
 * @returns height x width x channels bytes.
 */
export function resize(source: Raster, width: number, height: number): Uint8Array {
  const scale = Math.min(source.width / width, source.height / height);
  const columns = triangle(source.width, width, scale);
  const rows = triangle(source.height, height, scale);
  const narrow = alongRows(source, columns);
  const small = transpose(alongRows(transpose(narrow), rows));
  return Uint8Array.from(small.pixels, (value) => Math.min(255, Math.max(0, Math.round(value))));
}

function triangle(sourceSize: number, targetSize: number, scale: number): Weights {
  const start = (sourceSize - targetSize * scale) / 2;
  const reach = Math.max(scale, 1);
  return Array.from({ length: targetSize }, (_, target) => {
    const center = start + (target + 0.5) * scale;
    const first = Math.max(0, Math.floor(center - reach + 0.5));
    const end = Math.min(sourceSize, Math.floor(center + reach + 0.5));
    const weights = Array.from({ length: end - first }, (_, index) =>
      Math.max(0, 1 - Math.abs(first + index + 0.5 - center) / reach),
    );
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return { first, weights: weights.map((weight) => weight / sum) };
  });
}

function alongRows({ pixels, width, height, channels }: Raster, columns: Weights): Raster {
  const result = new Float32Array(height * columns.length * channels);
  let to = 0;
  for (let y = 0; y < height; y++) {
    for (const { first, weights } of columns) {
      for (let channel = 0; channel < channels; channel++) {
        let at = (y * width + first) * channels + channel;
        let sum = 0;
        for (const weight of weights) {
          sum += weight * (pixels[at] as number);
          at += channels;
        }
        result[to++] = sum;
      }
    }
  }
  return { pixels: result, width: columns.length, height, channels };
}

function transpose({ pixels, width, height, channels }: Raster): Raster {
  const result = new Float32Array(pixels.length);
  let to = 0;
  for (let x = 0; x < width; x++) {
    for (let y = 0; y < height; y++) {
      const from = (y * width + x) * channels;
      for (let channel = 0; channel < channels; channel++) result[to++] = pixels[from + channel] as number;
    }
  }
  return { pixels: result, width: height, height: width, channels };
}
