import type { ValueAxis } from './axis';
import type { LineStyle } from './line-style';
import type { Point } from './points';

/** A place along the axis with a word, or none. */
export interface PlacedWord {
  readonly x: number;
  readonly label: string;
}

export interface CurveSeries {
  readonly name: string;
  /** x rising. */
  readonly points: readonly Point[];
  readonly style: LineStyle;
  /** Faint for the noise behind a line, thin for what is many and noisy; marked also shows each point, up to some sixty. */
  readonly weight: 'faint' | 'thin' | 'line' | 'marked';
  /** Fainter than the others, which are looked at. */
  readonly faded: boolean;
  /** At the end of the line; null for none. */
  readonly label: string | null;
}

/** All that a chart of curves shows. */
export interface CurvesView {
  readonly series: readonly CurveSeries[];
  readonly x: ValueAxis;
  readonly y: ValueAxis;
  /** Upright dashed lines with a word. */
  readonly marks: readonly PlacedWord[];
  /** Small marks with a word, or none, at the foot of the plot. */
  readonly flags?: readonly PlacedWord[];
  /** Pixels at the right for the labels at the ends. */
  readonly labelRoom: number;
}

/** Where the curves are drawn in a chart, in pixels. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Pixels beside the plot: for the values of the axes and for their titles. */
export const curveRoom = { left: 56, top: 24, bottom: 42 };

/** Where the curves are drawn in a chart of that size. */
export function curveArea({ labelRoom }: Pick<CurvesView, 'labelRoom'>, width: number, height: number): Area {
  return {
    left: curveRoom.left,
    top: curveRoom.top,
    width: Math.max(1, width - curveRoom.left - labelRoom),
    height: Math.max(1, height - curveRoom.top - curveRoom.bottom),
  };
}
