import type { Point } from '../../../shared/charts/points';

/** A column of a table: its title, the points and how a value is written. */
export interface TableSeries {
  readonly name: string;
  readonly points: readonly Point[];
}

export interface TableRow {
  readonly x: number;
  /** One a series; null where it has no point there. */
  readonly values: readonly (number | null)[];
}

/** The points of several series as rows, one for each x that any of them has. */
export function tableRows(series: readonly TableSeries[]): TableRow[] {
  const rows = new Map<number, (number | null)[]>();
  series.forEach(({ points }, column) => {
    for (const { x, y } of points) {
      const values = rows.get(x) ?? series.map(() => null);
      values[column] = y;
      rows.set(x, values);
    }
  });
  return [...rows].map(([x, values]) => ({ x, values })).sort((a, b) => a.x - b.x);
}
