import { Readable } from 'node:stream';
import { parse, type Options } from 'csv-parse';
import { parse as parseAll } from 'csv-parse/sync';
import { composed } from '../../../shared/composed';
import type { TextEncoding } from '../../../shared/contract/text-encoding';
import { UserError, wordsOf } from '../../../shared/errors';
import { message } from '../../../shared/words/message';
import { errorCode } from '../../files/file-errors';
import { fullPath, type FoundFile } from '../sources/listing';
import type { TextDecoding } from '../sources/text-decoding';
import { encodingOf, textOf, type TextOptions } from './table-text';

/** What a table of pictures stays below by far; what is beyond was made to do harm, or is another kind of table. */
const mostRows = 5_000_000;
const mostColumns = 20_000;
/** Characters. */
const longestRow = 2 ** 20;
/** What the form of a table is told from. */
const headCharacters = 2 ** 18;
const headRows = 200;

/** How a table is written, and its first rows. */
export interface TableHead {
  readonly file: FoundFile;
  readonly encoding: TextEncoding;
  readonly delimiter: string;
  /** Characters before the first row: Excel's line that names the delimiter. */
  readonly skipped: string;
  readonly rows: readonly (readonly string[])[];
}

const delimiters = ['\t', ',', ';', '|'];

const parsing = (delimiter: string): Options => ({
  delimiter,
  trim: true,
  skip_empty_lines: true,
  relax_column_count: true,
  relax_quotes: true,
  max_record_size: longestRow,
});

/**
 * Finds out how a table is written, by its first rows.
 * @throws UserError where it cannot be read.
 */
export async function readHead(file: FoundFile, decoding: TextDecoding, options: TextOptions): Promise<TableHead> {
  const encoding = await encodingOf(file, decoding, options);
  let start = '';
  for await (const text of textOf(file, encoding, { signal: options.signal })) {
    start += text;
    if (start.length >= headCharacters) break;
  }
  const [skipped = '', said] = /^sep=(.)\r?\n/.exec(start) ?? [];
  const text = start.slice(skipped.length, headCharacters);
  const candidates = said === undefined ? [...delimiters, ...(/\.txt$/i.test(file.path) ? [' '] : [])] : [said];
  const tried = candidates.map((delimiter) => ({
    delimiter,
    ...firstRows(text, delimiter, file, start.length > headCharacters),
  }));
  const [best] = tried.sort((a, b) => b.share - a.share || b.width - a.width);
  if (!best || best.rows.length === 0)
    throw best?.thrown ?? new UserError(message('readers.noTable', { place: fullPath(file) }));
  return { file, encoding, delimiter: best.delimiter, skipped, rows: best.rows };
}

/** The first rows by a delimiter, and the share of them that have as many cells as most, where that is more than one. */
function firstRows(
  text: string,
  delimiter: string,
  file: FoundFile,
  isCut: boolean,
): { rows: string[][]; share: number; width: number; thrown?: unknown } {
  const rows: string[][] = [];
  let thrown: unknown;
  try {
    parseAll(text, {
      ...parsing(delimiter),
      to: headRows,
      on_record: (row: string[]) => {
        rows.push(row.map(composed));
        return null;
      },
    });
  } catch (error) {
    thrown = explain(error, file);
  }
  // The last may be cut off where the text is.
  if (isCut && rows.length > 1 && rows.length < headRows) rows.pop();
  const widths = new Map<number, number>();
  for (const { length } of rows) if (length > 1) widths.set(length, (widths.get(length) ?? 0) + 1);
  const [width, most] = [...widths].sort(([, a], [, b]) => b - a)[0] ?? [0, 0];
  return { rows, share: rows.length === 0 ? -1 : most / rows.length, width, thrown };
}

/**
 * The rows of a table one after the other, the one with the names of its columns included, in NFC.
 * @throws UserError where a row cannot be read, or the table is larger than any of pictures.
 */
export async function* readRows(head: TableHead, options: TextOptions): AsyncGenerator<string[]> {
  const { file, encoding, delimiter, skipped } = head;
  const name = fullPath(file);
  const text = Readable.from(withoutStart(textOf(file, encoding, options), skipped.length), { objectMode: true });
  const parser = parse(parsing(delimiter));
  text.once('error', (error) => parser.destroy(error));
  let count = 0;
  try {
    for await (const row of text.pipe(parser) as AsyncIterable<string[]>) {
      if (++count > mostRows) throw new UserError(message('readers.tableTooLong', { name, limit: mostRows }));
      if (row.length > mostColumns) throw new UserError(message('readers.tableTooWide', { name, limit: mostColumns }));
      yield row.map(composed);
    }
  } catch (thrown) {
    throw explain(thrown, file);
  } finally {
    parser.destroy();
    text.destroy();
  }
}

async function* withoutStart(texts: AsyncIterable<string>, characters: number): AsyncGenerator<string> {
  let left = characters;
  for await (const text of texts) {
    const rest = text.slice(left);
    left = Math.max(0, left - text.length);
    if (rest !== '') yield rest;
  }
}

function explain(thrown: unknown, file: FoundFile): unknown {
  const code = errorCode(thrown);
  if (code === 'CSV_MAX_RECORD_SIZE') {
    return new UserError(message('readers.tableLongRow', { name: fullPath(file), limit: longestRow }));
  }
  if (!code?.startsWith('CSV_')) return thrown;
  return new UserError(message('readers.tableUnreadable', { name: fullPath(file), reason: wordsOf(thrown) }));
}
