import { rankOf } from './column-names';

/** The first rows of a table as those who look for a column see them. */
export interface Sample {
  /** Of each column, as the first row has it; empty where it has none. */
  readonly names: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Share of the rows in which a column names a picture that is there. */
  readonly shares: readonly number[];
}

const pathLike = /[\\/]|\.[a-z]{3,4}$/i;

/**
 * The column of the pictures' paths: one of a known name that names pictures, else the one that names most, else one of
 * a known name; `ask` where several do alike.
 */
export function pathColumn({ names, rows, shares }: Sample): number | 'ask' | undefined {
  const places = names.map((_, place) => place);
  const known = places
    .filter((place) => rankOf(names[place] ?? '', 'path') !== undefined)
    .sort((a, b) => placeIn(names[a]) - placeIn(names[b]));
  const shareOf = (place: number): number => shares[place] ?? 0;
  const most = Math.max(0, ...shares);
  if (most === 0) return known[0];
  const best = known.find((place) => 2 * shareOf(place) >= most);
  if (best !== undefined) return best;
  const looksLikePath = (place: number): boolean => rows.some((row) => pathLike.test(row[place] ?? ''));
  const finding = places.filter((place) => 2 * shareOf(place) >= most);
  const likely = finding.some(looksLikePath) ? finding.filter(looksLikePath) : finding;
  const [only, another] = likely;
  return another === undefined || rows.every((row) => row[another] === row[only ?? 0]) ? only : 'ask';
}

const placeIn = (name = ''): number => rankOf(name, 'path')?.place ?? 0;
