import kernel from './assembly/resize.ts?assembly';

/** Pixels in height, width, channel order. */
export interface Raster {
  pixels: Uint8Array;
  width: number;
  height: number;
  /** 1, 3 or 4. */
  channels: number;
}

/** For each target pixel along an axis: the first source pixel that it sees, how many, and their weights. */
interface Weights {
  first: Int32Array;
  count: Int32Array;
  /** `stride` for each target pixel, of which `count` are used; the others are 0. */
  values: Float32Array;
  stride: number;
}

interface Kernel {
  memory: WebAssembly.Memory;
  alongRows(...numbers: number[]): void;
  alongColumns(...numbers: number[]): void;
}

const pageBytes = 65536;
/** The kernel reads up to 7 bytes more than it needs, and writes 3. */
const spareBytes = 8;
/** Bytes between the two passes, for a target pixel of a source row. */
const placeBytes = 16;
/** So much of a source is in the kernel's memory at once, or one row. */
const bandBytes = 2 ** 18;

let loaded: Kernel | undefined;

function load(): Kernel {
  loaded ??= new WebAssembly.Instance(new WebAssembly.Module(kernel)).exports as unknown as Kernel;
  return loaded;
}

/**
 * Resizes a picture as Pillow's `resize(..., BILINEAR)` does, which torchvision uses: each target pixel is a mean of
 * the source weighted by a triangle as wide as two target pixels, so that nothing is skipped when a photograph shrinks.
 * Where the proportions differ, the middle of the source is taken, or all of it is stretched.
 * @param channels how many of the source's channels are taken, from the first on.
 * @returns height x width x channels bytes.
 */
export function resize(
  source: Raster,
  width: number,
  height: number,
  channels: number,
  fit: 'cut' | 'stretch' = 'cut',
): Uint8Array {
  const [across, down] = [source.width / width, source.height / height];
  const columns = triangle(source.width, width, fit === 'cut' ? Math.min(across, down) : across);
  const rows = triangle(source.height, height, fit === 'cut' ? Math.min(across, down) : down);
  const { memory, alongRows, alongColumns } = load();

  const rowBytes = source.width * source.channels;
  const bandRows = Math.min(source.height, Math.max(1, Math.floor(bandBytes / rowBytes)));
  const place = places();
  const columnPlaces = placeWeights(columns, place);
  const rowPlaces = placeWeights(rows, place);
  const band = place(bandRows * rowBytes + spareBytes);
  const means = place(source.height * width * placeBytes);
  const target = place(width * height * channels + spareBytes);
  const missing = place(0) - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / pageBytes));

  columnPlaces.write(memory);
  rowPlaces.write(memory);
  const bytes = new Uint8Array(memory.buffer);
  for (let row = 0; row < source.height; row += bandRows) {
    const count = Math.min(bandRows, source.height - row);
    bytes.set(source.pixels.subarray(row * rowBytes, (row + count) * rowBytes), band);
    const to = means + row * width * placeBytes;
    alongRows(band, count, rowBytes, source.channels, ...columnPlaces.numbers, columns.stride, width, to);
  }
  alongColumns(means, width, ...rowPlaces.numbers, rows.stride, height, channels, target);
  return bytes.slice(target, target + width * height * channels);
}

/** Hands out places in the kernel's memory, one behind the other. */
function places(): (byteLength: number) => number {
  let next = spareBytes;
  return (byteLength) => {
    const start = Math.ceil(next / placeBytes) * placeBytes;
    next = start + byteLength;
    return start;
  };
}

function placeWeights({ first, count, values }: Weights, place: (byteLength: number) => number) {
  const numbers = [place(first.byteLength), place(count.byteLength), place(values.byteLength)] as const;
  const write = ({ buffer }: WebAssembly.Memory): void => {
    new Int32Array(buffer, numbers[0]).set(first);
    new Int32Array(buffer, numbers[1]).set(count);
    new Float32Array(buffer, numbers[2]).set(values);
  };
  return { numbers, write };
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
