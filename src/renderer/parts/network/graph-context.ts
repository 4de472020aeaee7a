import { createContext } from 'svelte';
import type { Part } from './layout';
import type { Rgb } from '../../../shared/charts/ramp';
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
  /** Name of the block whose shortcut stands out: under the pointer, at the keyboard's item, or of the chosen layer. */
  readonly followed: string | null;
  hover(block: string | null): void;
  place(item: string): TreePlace | undefined;
  /** The chosen quantity of a part in words, the mean of its layers; null where none is known. */
  reading(part: Part): string | null;
  /** What a block adds beside what it adds it to; null where it is not known. */
  ratio(block: string): number | null;
  /** Colour of a part by the chosen quantity; null for the neutral one. */
  colour(part: Part): Rgb | null;
  press(item: string): void;
}

export const [graphContext, provideGraph] = createContext<GraphContext>();
