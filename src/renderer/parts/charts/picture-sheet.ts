import type { Picture } from '../../../shared/contract/dataset';
import { chartText } from '../../../shared/charts/look';
import { fitted } from '../../../shared/charts/text';
import type { ChartTheme } from './theme';
import { displaySize } from '../controls/picture';
import { painted } from './painted';

/** Pixels of the longer side of each picture, about; of the words over them, the numbers under them, and between. */
const [side, head, foot, gap, margin] = [96, 34, 18, 8, 12];
const mostColumns = 8;

/** Where pictures of one size lie, row by row, in pixels. */
export interface SheetPlace {
  readonly width: number;
  readonly height: number;
  readonly size: { readonly width: number; readonly height: number };
  readonly at: (index: number) => { readonly x: number; readonly y: number };
}

/** @param width Of each of the pictures; larger ones than the sheet's usual keep their own size. */
export function placeSheet(count: number, width: number, height: number): SheetPlace {
  const size = displaySize(width, height, Math.max(side, width, height));
  const columns = Math.max(1, Math.min(mostColumns, count));
  const [across, down] = [size.width + gap, size.height + foot];
  return {
    width: 2 * margin + columns * across - gap,
    height: head + Math.ceil(count / columns) * down + margin,
    size,
    at: (index) => ({ x: margin + (index % columns) * across, y: head + Math.floor(index / columns) * down }),
  };
}

function canvasOf({ width, height, pixels }: Picture): OffscreenCanvas {
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.putImageData(new ImageData(new Uint8ClampedArray(pixels), width, height), 0, 0);
  return canvas;
}

/** Pictures of one size beside each other with their numbers, from 0, as PNG. @param title Over them. */
export function sheetPicture(title: string, pictures: readonly Picture[], theme: ChartTheme): Promise<Blob> {
  const [first] = pictures;
  const place = placeSheet(pictures.length, first?.width ?? 1, first?.height ?? 1);
  return painted({ ...place, ground: theme.panel }, (context) => {
    const font = `${chartText}px ${theme.font}`;
    context.font = `650 ${font}`;
    context.fillStyle = theme.text;
    const inner = place.width - 2 * margin;
    const words = fitted(title, inner, (text) => context.measureText(text).width);
    context.fillText(words, margin, 20);
    context.font = font;
    context.fillStyle = theme.muted;
    context.textAlign = 'center';
    context.imageSmoothingEnabled = false;
    pictures.forEach((picture, index) => {
      const { x, y } = place.at(index);
      const { width, height } = place.size;
      context.drawImage(canvasOf(picture), x, y, width, height);
      context.fillText(String(index), x + width / 2, y + height + 13);
    });
  });
}
