import type { Manifest, Split } from '../contract/dataset';

/** What is evaluated on where nobody says: the test split, or the validation split where there is none. */
export function usualSplit({ classes }: Pick<Manifest, 'classes'>): Split {
  return classes.some(({ test }) => test > 0) ? 'test' : 'validation';
}
