import type { Mark } from './marks';
import { short } from './marks';

export const figureText = 11.5;

type Anchor = 'start' | 'middle' | 'end';

export function textAt(
  text: string,
  x: number,
  y: number,
  anchor: Anchor,
  fill: string,
  bold = false,
): Extract<Mark, { kind: 'text' }> {
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

/** From here on letters are about as wide as they are high: Hangul, kana, Chinese characters. */
const firstWide = 0x1100;

/** About how many pixels wide a text is in the size of figures, a little more rather than less. */
export function textWidth(text: string): number {
  let letters = 0;
  for (const letter of text) letters += (letter.codePointAt(0) ?? 0) < firstWide ? 0.6 : 1;
  return letters * figureText;
}

/** A text with an ellipsis where it is wider than so many pixels. */
export function fitted(text: string, width: number, widthOf: (text: string) => number = textWidth): string {
  if (widthOf(text) <= width) return text;
  const letters = [...text];
  let end = letters.length - 1;
  while (end > 1 && widthOf(`${letters.slice(0, end).join('')}…`) > width) end -= 1;
  return `${letters.slice(0, end).join('')}…`;
}
