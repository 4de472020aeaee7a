import { readFile } from 'node:fs/promises';
import { composed } from '../../../shared/composed';
import { UserError } from '../../../shared/errors';
import { message } from '../../../shared/words/message';
import { withPath } from '../../files/file-errors';
import { fullPath, type FoundFile } from '../sources/listing';
import { readFound } from '../sources/read-location';
import { TextDecoding } from '../sources/text-decoding';

const listNames = ['classes.txt', 'labels.txt'];
const longestName = 200;
/** Of a list of names. */
const mostBytes = 2 ** 20;

/**
 * Names of the classes, one a line, from classes.txt or labels.txt among files side by side; undefined where there is
 * none.
 * @throws UserError where a name is missing, repeated or absurdly long.
 */
export async function readClassNames(
  files: Map<string, FoundFile>,
  decoding: TextDecoding,
): Promise<string[] | undefined> {
  const file = listNames.map((name) => files.get(name)).find((found) => found !== undefined);
  if (!file) return undefined;
  const path = fullPath(file);
  const names = parseNames(decoding.text(await readFound(file, mostBytes), path), path);
  names.forEach((name, index) => {
    if (names.indexOf(name) < index)
      throw new UserError(message('readers.repeatedClass', { path, line: index + 1, name }));
  });
  return names;
}

/**
 * Names from a file, one a line. Some lists repeat a name, as ImageNet's does with "crane".
 * @throws UserError where the file cannot be read, or a name is missing or absurdly long.
 */
export async function readNames(path: string): Promise<string[]> {
  const bytes = await withPath(path, () => readFile(path));
  return parseNames(new TextDecoding().text(bytes, path), path);
}

function parseNames(text: string, path: string): string[] {
  const names = composed(text)
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => line.trim());
  names.forEach((name, index) => {
    const line = index + 1;
    if (name === '') throw new UserError(message('readers.emptyLine', { path, line }));
    if (name.length > longestName) throw new UserError(message('readers.longLine', { path, line, limit: longestName }));
  });
  return names;
}
