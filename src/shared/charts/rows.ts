import type { Figure, FigureLook, Mark } from './marks';
import { boxOf, shortened, textAt } from './pen';

export interface RowPart {
  readonly name: string;
  readonly fill: string;
}

/** One lying bar a thing, made of parts one after the other, such as the pictures of a class by split. */
export interface RowsView {
  readonly title: string;
  readonly parts: readonly RowPart[];
  readonly rows: readonly { readonly name: string; readonly counts: readonly number[] }[];
  readonly count: (count: number) => string;
}

const [rowHeight, head, margin, nameRoom, countRoom] = [20, 52, 12, 170, 76];
const longestName = 26;
/** Of the key. */
const partWidth = 150;

/** A figure of that width, as high as its rows need. */
export function rowsFigure({ title, parts, rows, count }: RowsView, width: number, look: FigureLook): Figure {
  const totals = rows.map(({ counts }) => counts.reduce((sum, part) => sum + part, 0));
  const most = totals.reduce((a, b) => Math.max(a, b), 1);
  const inner = width - 2 * margin - nameRoom - countRoom;
  const key = parts.flatMap(({ name, fill }, index): Mark[] => {
    const x = margin + nameRoom + index * partWidth;
    return [boxOf(x, 30, 10, 10, fill), textAt(name, x + 16, 39, 'start', look.muted)];
  });
  const lines = rows.flatMap(({ name, counts }, row): Mark[] => {
    const y = head + row * rowHeight;
    let x = margin + nameRoom;
    const bars = counts.map((part, index) => {
      const wide = (inner * part) / most;
      const box = boxOf(x, y + 4, wide, rowHeight - 8, parts[index]?.fill ?? look.muted);
      x += wide;
      return box;
    });
    const middle = y + rowHeight / 2 + 4;
    return [
      textAt(shortened(name, longestName), margin + nameRoom - 10, middle, 'end', look.text),
      ...bars,
      textAt(count(totals[row] ?? 0), x + 8, middle, 'start', look.muted),
    ];
  });
  const height = head + rows.length * rowHeight + margin;
  const marks = [textAt(title, margin, 18, 'start', look.text, true), ...key, ...lines];
  return { width, height, ground: look.ground, font: look.font, marks };
}
