import type { Size } from '../../../shared/charts/chart';
import { words } from '../../text/words.svelte';

/** Twice as many pixels as on screen, for print. */
const sharpness = 2;
/** The most pixels that a side of a canvas has in Chromium; a longer picture has fewer to each of its own. */
const longestSide = 16_384;

/** What is to be painted, in pixels of the screen. */
interface Sheet extends Size {
  readonly ground: string;
}

/** Pixels of a picture to each of the screen. */
export const sharpnessOf = ({ width, height }: Size): number =>
  Math.min(sharpness, longestSide / Math.max(width, height));

/** What is painted on a ground, as PNG. @throws Error where it cannot be painted or written. */
export function painted(
  { width, height, ground }: Sheet,
  paint: (context: CanvasRenderingContext2D) => void,
): Promise<Blob> {
  const scale = sharpnessOf({ width, height });
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [Math.ceil(width * scale), Math.ceil(height * scale)];
  const context = canvas.getContext('2d');
  if (!context) throw new Error(words.charts.noCanvas);
  context.scale(scale, scale);
  context.fillStyle = ground;
  context.fillRect(0, 0, width, height);
  paint(context);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error(words.charts.notWritten))), 'image/png');
  });
}
