import type { Mark } from './marks';
import { short } from './marks';

export const figureText = 11.5;

type Anchor = 'start' | 'middle' | 'end';

export function textAt(text: string, x: number, y: number, anchor: Anchor, fill: string, bold = false): Mark {
  return { kind: 'text', x, y, text, size: figureText, bold, anchor, fill };
}

export function lineOf(d: string, stroke: string, dash: readonly number[] = []): Mark {
  return { kind: 'line', d, stroke, width: 1, dash, opacity: 1 };
}

/** A filled box. */
export function boxOf(x: number, y: number, width: number, height: number, fill: string): Mark {
  return { kind: 'area', d: `M${short(x)} ${short(y)}h${short(width)}v${short(height)}h${short(-width)}Z`, fill };
}

/** A text with an ellipsis where it has more than so many characters. */
export function shortened(text: string, most: number): string {
  const letters = [...text];
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('')}…`;
}
