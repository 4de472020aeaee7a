const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** `1,234,567` */
export const formatCount = (value: number): string => whole.format(value);

/** `8.8 %`, of a fraction; a dash where there is none. */
export const formatError = (fraction: number | null): string =>
  fraction === null ? '-' : `${(fraction * 100).toFixed(fraction < 0.1 ? 2 : 1)} %`;

/** `1.5 MiB` */
export function formatBytes(bytes: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(bytes) / 10));
  return `${(bytes / 1024 ** power).toFixed(power === 0 ? 0 : 1)} ${units[power]}`;
}

export interface Column<Row> {
  readonly title: string;
  readonly cell: (row: Row) => string;
  readonly alignRight?: boolean;
}

const marks = /\p{Mark}|\p{Default_Ignorable_Code_Point}/u;
const wide =
  /\p{Script=Hangul}|\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Emoji_Presentation}|[\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]/u;

/** Cells that a text takes in a terminal: two for each wide letter of East Asia, none for a mark on the letter before. */
export function cellsOf(text: string): number {
  let cells = 0;
  for (const letter of text.normalize('NFC')) if (!marks.test(letter)) cells += wide.test(letter) ? 2 : 1;
  return cells;
}

/** Rows as lines under their titles, each column as wide as its widest cell. */
export function formatTable<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  const texts = columns.map(({ title, cell }) => [title, ...rows.map(cell)]);
  const widths = texts.map((cells) => cells.reduce((widest, text) => Math.max(widest, cellsOf(text)), 0));
  const lines = Array.from({ length: rows.length + 1 }, (_, line) =>
    columns
      .map(({ alignRight }, index) => {
        const text = texts[index]?.[line] ?? '';
        const width = widths[index] ?? 0;
        const room = ' '.repeat(width - cellsOf(text));
        return alignRight ? room + text : text + room;
      })
      .join('  ')
      .trimEnd(),
  );
  return lines.join('\n');
}
