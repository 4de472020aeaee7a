import type { Point } from '../../../shared/figure/curve-path';

export interface LineSeries {
  /** In tooltip and table: "training error, smoothed". */
  readonly name: string;
  readonly tone: 'training' | 'validation' | 'compared';
  /** Faint is the raw line under a smoothed one; points marks each point. */
  readonly look: 'line' | 'faint' | 'points';
  /** x rising. */
  readonly points: readonly Point[];
  /** At the end of the line; null for none. */
  readonly endLabel: string | null;
}

/** Where the learning rate falls. */
export interface StepMark {
  readonly x: number;
  readonly label: string;
}

/** All that a chart of curves over the steps shows. */
export interface LineView {
  readonly series: readonly LineSeries[];
  readonly marks: readonly StepMark[];
  /** Length of the axis of steps. */
  readonly steps: number;
  readonly top: number;
  readonly logarithmic: boolean;
  /** Writes a value of the axis. */
  readonly tick: (value: number) => string;
  /** Writes a value in full. */
  readonly value: (value: number) => string;
}
