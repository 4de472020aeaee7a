export interface Bar {
  /** Name of the layer. */
  readonly id: string;
  readonly value: number;
}

/** All that a chart of one bar a layer shows. */
export interface BarView {
  readonly bars: readonly Bar[];
  /** A word under the axis where a bar begins a group: the stage; empty elsewhere. */
  readonly groups: readonly string[];
  /** The bar that is marked; null for none. */
  readonly chosen: string | null;
  /** Least and greatest magnitude of the ramp. */
  readonly limits: readonly [number, number];
  readonly top: number;
}
