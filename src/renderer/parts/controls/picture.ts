import type { Picture } from '../../../shared/contract/dataset';

/** CSS pixels to draw a picture at: a whole multiple of its own where it is smaller than `side`, else fitted into it. */
export function displaySize(width: number, height: number, side: number): { width: number; height: number } {
  const longest = Math.max(width, height);
  const factor = longest <= side ? Math.max(1, Math.round(side / longest)) : side / longest;
  return { width: Math.max(1, Math.round(width * factor)), height: Math.max(1, Math.round(height * factor)) };
}

/** The picture with at most `side` pixels a side, each the mean of those it covers; itself where it is small enough. */
export function shrunk(picture: Picture, side: number): Picture {
  const longest = Math.max(picture.width, picture.height);
  if (longest <= side) return picture;
  const width = Math.max(1, Math.round((picture.width * side) / longest));
  const height = Math.max(1, Math.round((picture.height * side) / longest));
  const pixels = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y++) {
    const rows = covered(y, height, picture.height);
    for (let x = 0; x < width; x++) {
      average(picture, covered(x, width, picture.width), rows, pixels, (y * width + x) * 4);
    }
  }
  return { label: picture.label, width, height, pixels };
}

/** First pixel, and the one after the last, of `large` that pixel `index` of `small` covers. */
function covered(index: number, small: number, large: number): [number, number] {
  return [Math.floor((index * large) / small), Math.ceil(((index + 1) * large) / small)];
}

function average(
  picture: Picture,
  [left, right]: [number, number],
  [top, bottom]: [number, number],
  to: Uint8Array,
  offset: number,
): void {
  const count = (right - left) * (bottom - top);
  for (let channel = 0; channel < 4; channel++) {
    let sum = 0;
    for (let y = top; y < bottom; y++) {
      for (let x = left; x < right; x++) sum += picture.pixels[(y * picture.width + x) * 4 + channel] ?? 0;
    }
    to[offset + channel] = Math.round(sum / count);
  }
}
