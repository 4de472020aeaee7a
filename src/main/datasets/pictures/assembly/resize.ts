// AssemblyScript: TypeScript's syntax, compiled to WebAssembly with its vector instructions.

/** Bytes of a place between the two passes: 4 channels as 32-bit floats, of which those that the picture has count. */
const placeBytes: usize = 16;
const weightBytes: usize = 4;

/** 4 bytes as floats. */
function pixelAt(at: usize): v128 {
  return f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(i16x8.extend_low_i8x16_u(v128.load32_zero(at))));
}

/**
 * Weighted means along the rows of a picture.
 * @param source height x width x step bytes, with 7 readable ones behind them. @param rows how many rows.
 * @param rowBytes of the source. @param step bytes from one pixel to the next, 1 to 4.
 * @param first for each target place the first pixel that it sees, 32-bit integers. @param count how many it sees.
 * @param weights `stride` 32-bit floats for each target place, 0 behind those that count.
 * @param places how many target places in a row. @param target rows x places x 4 floats.
 */
export function alongRows(
  source: usize,
  rows: usize,
  rowBytes: usize,
  step: usize,
  first: usize,
  count: usize,
  weights: usize,
  stride: usize,
  places: usize,
  target: usize,
): void {
  for (let row: usize = 0; row < rows; row++) {
    const start = source + row * rowBytes;
    for (let place: usize = 0; place < places; place++) {
      let at = start + <usize>load<i32>(first + place * 4) * step;
      let weight = weights + place * stride * weightBytes;
      const end = weight + <usize>load<i32>(count + place * 4) * weightBytes;
      // Two sums, since an addition has to wait for the one before. Behind an odd number of weights stands a 0.
      let even = f32x4.splat(0);
      let odd = f32x4.splat(0);
      for (; weight < end; weight += 2 * weightBytes, at += 2 * step) {
        even = f32x4.add(even, f32x4.mul(pixelAt(at), v128.load32_splat(weight)));
        odd = f32x4.add(odd, f32x4.mul(pixelAt(at + step), v128.load32_splat(weight + weightBytes)));
      }
      v128.store(target, f32x4.add(even, odd));
      target += placeBytes;
    }
  }
}

/**
 * Weighted means of whole rows, rounded to bytes.
 * @param source rows x places x 4 floats, of which `first` counts. @param lines how many rows the target has.
 * @param target lines x places x channels bytes, with 3 writable ones behind them.
 */
export function alongColumns(
  source: usize,
  places: usize,
  first: usize,
  count: usize,
  weights: usize,
  stride: usize,
  lines: usize,
  channels: usize,
  target: usize,
): void {
  const half = f32x4.splat(0.5);
  const rowBytes = places * placeBytes;
  for (let line: usize = 0; line < lines; line++) {
    const top = source + <usize>load<i32>(first + line * 4) * rowBytes;
    const start = weights + line * stride * weightBytes;
    const end = start + <usize>load<i32>(count + line * 4) * weightBytes;
    for (let place: usize = 0; place < places; place++) {
      let at = top + place * placeBytes;
      let sum = f32x4.splat(0);
      for (let weight = start; weight < end; weight += weightBytes, at += rowBytes) {
        sum = f32x4.add(sum, f32x4.mul(v128.load(at), v128.load32_splat(weight)));
      }
      // Both steps saturate, so that no value leaves 0 to 255.
      const whole = i32x4.trunc_sat_f32x4_u(f32x4.add(sum, half));
      const words = i16x8.narrow_i32x4_u(whole, whole);
      store<u32>(target, i32x4.extract_lane(i8x16.narrow_i16x8_u(words, words), 0));
      target += channels;
    }
  }
}
