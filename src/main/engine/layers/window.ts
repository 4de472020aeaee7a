import type { Shape } from '../../../shared/network/layer';

/** A square window that moves over height and width, such as a convolution's kernel. */
interface Window {
  readonly kernel: number;
  readonly stride: number;
  /** Zeros on each side. */
  readonly padding: number;
  readonly outputShape: Shape;
}

/** Zeros [before, after] along height and width; none behind the last window. */
export type WindowPadding = readonly [rows: readonly [number, number], columns: readonly [number, number]];

/** The zeros that make a window without padding of its own give the output shape, for input of that size. */
export function windowPadding(window: Window, height: number, width: number): WindowPadding {
  const along = (size: number, outputSize: number): [number, number] => {
    const needed = (outputSize - 1) * window.stride + window.kernel - size - window.padding;
    return [window.padding, Math.max(0, needed)];
  };
  return [along(height, window.outputShape[0]), along(width, window.outputShape[1])];
}
