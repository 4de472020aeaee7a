import type { ImportOptions } from '../../../shared/contract/import';
import { composed } from '../../../shared/composed';
import { UserError } from '../../../shared/errors';
import { message } from '../../../shared/words/message';

export interface ChangedClasses {
  names: string[];
  /** For each old label the new one; -1 where the class is left out. */
  labels: Int32Array;
}

/**
 * Renames, merges and leaves out classes; those of one name become one, at the place of the first. Names are compared,
 * and kept, in Unicode's composed form.
 * @throws UserError where a class is not there, or fewer than two are left.
 */
export function changeClasses(
  given: readonly string[],
  choices: Pick<ImportOptions, 'rename' | 'leaveOut'>,
): ChangedClasses {
  const classNames = given.map(composed);
  const leaveOut = choices.leaveOut.map(composed);
  const rename = new Map(Object.entries(choices.rename).map(([old, name]) => [composed(old), composed(name)]));
  const unknown = [...rename.keys(), ...leaveOut].find((name) => !classNames.includes(name));
  if (unknown !== undefined) {
    const shown = classNames.slice(0, 20).join(', ');
    const classes = `${shown}${classNames.length > 20 ? ', ...' : ''}`;
    throw new UserError(message('imports.unknownClass', { name: unknown, classes }));
  }
  const names: string[] = [];
  const places = new Map<string, number>();
  const left = new Set(leaveOut);
  const labels = Int32Array.from(classNames, (old) => {
    if (left.has(old)) return -1;
    const name = rename.get(old) ?? old;
    const place = places.get(name) ?? names.push(name) - 1;
    places.set(name, place);
    return place;
  });
  if (names.length < 2) {
    throw new UserError(message('imports.fewClasses', { count: names.length }));
  }
  return { names, labels };
}
