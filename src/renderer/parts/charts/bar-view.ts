export interface Bar {
  /** Name of the layer. */
  readonly id: string;
  readonly value: number;
  /** Of what is laid over the bars; null where it has no such layer. */
  readonly over: number | null;
}

/** All that a chart of one bar a layer shows. */
export interface BarView {
  readonly bars: readonly Bar[];
  /** A word under the axis where a bar begins a group: the stage; empty elsewhere. */
  readonly groups: readonly string[];
  /** What is laid over the bars, and when it was measured; null for nothing. */
  readonly overlaid: string | null;
  /** The bar that is marked; null for none. */
  readonly chosen: string | null;
  /** What is said of a bar that is pointed at. */
  readonly reading: (bar: Bar) => string;
  /** Upper end of the axis, which begins at 0, and of the ramp. */
  readonly top: number;
  /** Lower end of the ramp. */
  readonly low: number;
}
