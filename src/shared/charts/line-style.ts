import type { PointStyle } from 'chart.js';
import { drawPoint } from 'chart.js/helpers';

/** How the curve of one of many things is told from the others: no two of the first 30 are alike. */
export interface LineStyle {
  readonly colour: string;
  readonly dash: readonly number[];
  readonly marker: Marker;
}

export const markers = ['circle', 'square', 'triangle', 'diamond', 'cross'] as const;
export type Marker = (typeof markers)[number];

/**
 * In the hues of Okabe and Ito's palette, made to stand out from the ground by 3 to 1 and from each other for eyes
 * without red, green or blue cones.
 */
export const lineColours = {
  light: ['#0a47db', '#a85800', '#094d60', '#f35d8c', '#1a1f26', '#2b97f5'],
  dark: ['#1f67d6', '#ff590c', '#1aa98f', '#fb86f3', '#dbf7f7', '#eae032'],
} as const;
export type Appearance = keyof typeof lineColours;

export const lineDashes: readonly (readonly number[])[] = [[], [7, 4], [2, 3], [10, 3, 2, 3], [5, 2, 2, 2, 2, 2]];

/** The style of the curve at that place, from 0: colours first, then dashes; markers go round with each place. */
export function lineStyle(place: number, appearance: Appearance): LineStyle {
  const colours = lineColours[appearance];
  return {
    colour: colours[place % colours.length] ?? colours[0],
    dash: lineDashes[Math.floor(place / colours.length) % lineDashes.length] ?? [],
    marker: markers[place % markers.length] ?? 'circle',
  };
}

const pointStyles = {
  circle: 'circle',
  square: 'rect',
  triangle: 'triangle',
  diamond: 'rectRot',
  cross: 'cross',
} as const satisfies Record<Marker, PointStyle>;

/** A marker by the name that Chart.js has for it. */
export const pointStyle = (marker: Marker): PointStyle => pointStyles[marker];

/** Pixels of the strokes of a marker that is no area. */
export const strokeOf = (marker: Marker): number => (marker === 'cross' ? 2 : 0);

/** A marker around a place. @param radius In pixels. */
export function drawMarker(
  context: CanvasRenderingContext2D,
  { colour, marker }: Pick<LineStyle, 'colour' | 'marker'>,
  x: number,
  y: number,
  radius: number,
): void {
  context.fillStyle = context.strokeStyle = colour;
  context.lineWidth = strokeOf(marker);
  drawPoint(context, { pointStyle: pointStyles[marker], radius, borderWidth: strokeOf(marker) }, x, y);
}
