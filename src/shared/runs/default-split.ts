import type { Manifest, Split } from '../contract/dataset';

/** The split that is evaluated on where none is asked for: the test split, or the validation split where there is none. */
export function defaultSplit({ classes }: Pick<Manifest, 'classes'>): Split {
  return classes.some(({ test }) => test > 0) ? 'test' : 'validation';
}
