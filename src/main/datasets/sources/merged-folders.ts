import { message } from '../../../shared/words/message';
import type { ProblemList } from './problem-list';

/**
 * Tells of folders that are several where they lie, and one as they are read: their names differ in how letters are
 * composed or encoded. That they are one may be what is wanted, but nobody is left to guess it.
 */
export class MergedFolders {
  readonly #known = new Map<string, string>();
  readonly #told = new Set<string>();

  constructor(
    private readonly place: string,
    private readonly problems: ProblemList,
  ) {}

  /** @param shown path of a file as it is read. @param own the same as it is where it lies, in any one form. */
  add(shown: string, own: string): void {
    if (!/[^\0-\x7f]/.test(shown)) return;
    let end = shown.lastIndexOf('/');
    let ownEnd = own.lastIndexOf('/');
    while (end > 0 && ownEnd > 0) {
      const folder = shown.slice(0, end);
      const ownFolder = own.slice(0, ownEnd);
      const known = this.#known.get(folder);
      if (known === ownFolder) return;
      if (known === undefined) this.#known.set(folder, ownFolder);
      else if (nameOf(known) !== nameOf(ownFolder) && !this.#told.has(folder)) {
        this.#told.add(folder);
        this.problems.add('same-name', `${this.place}: ${folder}`, message('sources.sameFolder'));
      }
      end = shown.lastIndexOf('/', end - 1);
      ownEnd = own.lastIndexOf('/', ownEnd - 1);
    }
  }
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
