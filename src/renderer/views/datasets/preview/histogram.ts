import type { ClassDraft } from '../../../state/resulting-classes';

/** Pictures of a class over all splits. */
export const totalOf = ({ train, validation, test }: Pick<ClassDraft, 'train' | 'validation' | 'test'>): number =>
  train + validation + test;

/** Where a count lies, in per cent of the full length; on a log scale a single picture is not at the beginning. */
export function countPlace(count: number, most: number, scale: 'linear' | 'log'): number {
  if (count <= 0 || most <= 0) return 0;
  return scale === 'linear' ? (100 * count) / most : (100 * Math.log1p(count)) / Math.log1p(most);
}

export interface Bin {
  /** Where it begins and ends; the last one holds its end, too. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** Values in bins of one width; a single bin where all are alike. */
export function histogram(values: readonly number[], wanted = 16): Bin[] {
  if (values.length === 0) return [];
  const least = values.reduce((a, b) => Math.min(a, b));
  const most = values.reduce((a, b) => Math.max(a, b));
  if (least === most) return [{ from: least, to: most, count: values.length }];
  const width = (most - least) / wanted;
  const counts = Array.from({ length: wanted }, () => 0);
  for (const value of values) {
    const place = Math.min(wanted - 1, Math.floor((value - least) / width));
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts.map((count, index) => ({ from: least + index * width, to: least + (index + 1) * width, count }));
}
