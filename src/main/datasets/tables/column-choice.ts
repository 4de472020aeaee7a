import type { ColumnRole } from '../../../shared/contract/import';
import type { TableColumn } from '../../../shared/contract/preview';
import { UserError } from '../../../shared/errors';
import { message, type Message } from '../../../shared/words/message';
import { composed } from '../../../shared/composed';
import { fullPath, type FoundFile } from '../sources/listing';
import { plainName } from './column-names';

const mostShown = 40;
const mostSamplesShown = 3;

/** By which the command line chooses what the window offers. */
export const columnOption = (role: ColumnRole): string => `--${role}-column`;

/**
 * The column that was chosen, by its name or its number from 1; undefined where none was, -1 where none is wanted.
 * @throws UserError that lists the columns where it is not there.
 */
export function placeOf(
  choice: string | undefined,
  role: ColumnRole,
  { file }: { file: FoundFile },
  columns: readonly TableColumn[],
): number | undefined {
  if (choice === undefined) return undefined;
  if (choice === '') return -1;
  const wanted = composed(choice);
  const ways = [
    (name: string) => name === wanted,
    (name: string) => plainName(name) !== '' && plainName(name) === plainName(wanted),
  ];
  const place = ways.map((is) => columns.findIndex(({ name }) => is(name))).find((found) => found >= 0);
  if (place !== undefined) return place;
  const number = /^\d+$/.test(wanted) ? Number(wanted) - 1 : -1;
  if (number >= 0 && number < columns.length) return number;
  throw new UserError(
    message('readers.noColumn', { name: fullPath(file), column: choice, columns: listColumns(columns) }),
    { option: columnOption(role) },
  );
}

/** Columns with some of their values, a line each. */
export function listColumns(columns: readonly TableColumn[]): Message[] {
  const lines = columns.slice(0, mostShown).map(({ name, samples }) => {
    const values = samples.slice(0, mostSamplesShown);
    return values.length > 0 ? message('readers.column', { name, values }) : message('readers.emptyColumn', { name });
  });
  const more = columns.length - lines.length;
  return more > 0 ? [...lines, message('readers.moreColumns', { count: more })] : lines;
}
