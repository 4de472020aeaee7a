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

/** Rows as lines under their titles, each column as wide as its widest cell. */
export function formatTable<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  const texts = columns.map(({ title, cell }) => [title, ...rows.map(cell)]);
  const widths = texts.map((cells) => cells.reduce((widest, text) => Math.max(widest, text.length), 0));
  const lines = Array.from({ length: rows.length + 1 }, (_, line) =>
    columns
      .map(({ alignRight }, index) => {
        const text = texts[index]?.[line] ?? '';
        const width = widths[index] ?? 0;
        return alignRight ? text.padStart(width) : text.padEnd(width);
      })
      .join('  ')
      .trimEnd(),
  );
  return lines.join('\n');
}
