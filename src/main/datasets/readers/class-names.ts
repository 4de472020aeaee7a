import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../../../shared/errors';
import { withPath } from '../file-errors';

const listNames = ['classes.txt', 'labels.txt'];
const longestName = 200;

/**
 * Names of the classes, one a line, from classes.txt or labels.txt in a folder; undefined where there is none.
 * @throws UserError where a name is missing, repeated or absurdly long.
 */
export async function readClassNames(folder: string, entries: readonly string[]): Promise<string[] | undefined> {
  const file = listNames.find((name) => entries.includes(name));
  if (file === undefined) return undefined;
  const path = join(folder, file);
  const names = await readNames(path);
  names.forEach((name, index) => {
    if (names.indexOf(name) < index)
      throw new UserError(`${path}, line ${index + 1}, repeats the class "${name}". Give each class its own name.`);
  });
  return names;
}

/**
 * Names from a file, one a line. Some lists repeat a name, as ImageNet's does with "crane".
 * @throws UserError where the file cannot be read, or a name is missing or absurdly long.
 */
export async function readNames(path: string): Promise<string[]> {
  const text = await withPath(path, () => readFile(path, 'utf8'));
  const names = text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => line.trim());
  names.forEach((name, index) => {
    const line = `${path}, line ${index + 1}`;
    if (name === '') throw new UserError(`${line}, is empty. Write the name of one class on each line.`);
    if (name.length > longestName)
      throw new UserError(`${line}, is longer than ${longestName} characters. Shorten it.`);
  });
  return names;
}
