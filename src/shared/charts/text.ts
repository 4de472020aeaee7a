import { chartText } from './look';

/** A text with an ellipsis where it has more characters than may be shown. */
export function shortened(text: string, most: number): string {
  const letters = [...text];
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('')}…`;
}

/** From here on letters are about as wide as they are high: Hangul, kana, Chinese characters. */
const firstWide = 0x1100;

/** About how many pixels wide a text is, a little more rather than less. @param size Of its letters, in pixels. */
export function textWidth(text: string, size = chartText): number {
  let letters = 0;
  for (const letter of text) letters += (letter.codePointAt(0) ?? 0) < firstWide ? 0.6 : 1;
  return letters * size;
}

/** A text with an ellipsis where it is wider than its room, in pixels. */
export function fitted(text: string, width: number, widthOf: (text: string) => number = textWidth): string {
  if (widthOf(text) <= width) return text;
  const letters = [...text];
  let end = letters.length - 1;
  while (end > 1 && widthOf(`${letters.slice(0, end).join('')}…`) > width) end -= 1;
  return `${letters.slice(0, end).join('')}…`;
}
