import { createContext } from 'svelte';
import type { Part } from './layout';
import type { Rgb } from './ramp';
import type { TreePlace } from './tree';

/** What the nodes of the drawing read, so that a new colour or mark does not lay the drawing out again. */
export interface GraphContext {
  /** Prefix of the items' element ids. */
  readonly id: string;
  /** Columns of figures at the right: shape; parameters; multiply-adds. */
  readonly columns: number;
  /** Name of the chosen layer. */
  readonly chosen: string | null;
  /** Item that the keyboard is on, while the drawing has the focus. */
  readonly active: string | null;
  place(item: string): TreePlace | undefined;
  /** Mean response of the layers of a part; null where none is known. */
  response(part: Part): number | null;
  /** Colour of a part by its response; null for the neutral one. */
  colour(part: Part): Rgb | null;
  press(item: string): void;
}

export const [graphContext, provideGraph] = createContext<GraphContext>();
