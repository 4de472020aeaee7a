import { join } from 'node:path';
import { beforeAll, expect } from 'vitest';
import { UserError } from '../../../shared/errors';
import { writeTree } from '../pictures/testing-pictures';
import { countsOf, readSource } from '../readers/testing';
import { makeTestFolder } from '../testing';

let root: string;
let counter = 0;

beforeAll(async () => {
  root = await makeTestFolder();
});

/** Contents by path. */
export type Files = Record<string, string | Buffer>;
/** Files that stand for pictures, which no reader of tables opens. */
export const pictures = (...paths: string[]): Files => Object.fromEntries(paths.map((path) => [path, 'x']));
export const numbered = (count: number, name: (number: number) => string): string[] =>
  Array.from({ length: count }, (_, number) => name(number));
export const lines = (...rows: readonly string[]): string => `${rows.join('\n')}\n`;
export const folderOf = (files: Files): Promise<string> => writeTree(join(root, `tables-${counter++}`), files);

/** Reads a folder with a table, and counts its pictures by split and class. */
export async function read(files: Files, choices: Parameters<typeof readSource>[1] = {}) {
  const place = await folderOf(files);
  const source = await readSource([place], choices);
  return { ...source, place, counts: countsOf(source), said: source.notes.map(({ message }) => message) };
}

/** Why a folder with a table is refused. */
export async function refusal(files: Files, choices: Parameters<typeof readSource>[1] = {}): Promise<string> {
  const thrown: unknown = await read(files, choices).catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(UserError);
  return thrown instanceof UserError ? thrown.message : '';
}
