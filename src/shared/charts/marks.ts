/** One mark of a figure, in pixels. */
export type Mark =
  | {
      readonly kind: 'line';
      /** A path as SVG has it. */
      readonly d: string;
      readonly stroke: string;
      readonly width: number;
      /** Lengths of strokes and gaps; empty for a whole line. */
      readonly dash: readonly number[];
      readonly opacity: number;
    }
  | { readonly kind: 'area'; readonly d: string; readonly fill: string }
  | {
      readonly kind: 'text';
      readonly x: number;
      /** Of the base line. */
      readonly y: number;
      readonly text: string;
      readonly size: number;
      readonly bold: boolean;
      readonly anchor: 'start' | 'middle' | 'end';
      readonly fill: string;
      /** Colour around the letters, that they stand out from what they lie on; left out for none. */
      readonly halo?: string;
      /** Reads from below upwards, turned about its place. */
      readonly turned?: boolean;
    };

/** A drawing that can be shown, or written as vectors or pixels. */
export interface Figure {
  readonly width: number;
  readonly height: number;
  readonly ground: string;
  readonly font: string;
  readonly marks: readonly Mark[];
}

/** What a figure is drawn with. */
export interface FigureLook {
  readonly font: string;
  readonly ground: string;
  readonly grid: string;
  readonly text: string;
  readonly muted: string;
}

/** Pixels of the line that a halo is drawn with: half of it lies outside the letters. */
export const haloWidth = 4;

/** A number in a path: hundredths of a pixel are enough. */
export const short = (value: number): number => Math.round(value * 100) / 100;
