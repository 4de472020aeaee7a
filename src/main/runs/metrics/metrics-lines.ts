import { open } from 'node:fs/promises';
import { errorCode, explainFileError } from '../../files/file-errors';

/** Bytes that are read at once: enough to be fast, few enough that the process goes on answering in between. */
const pieceBytes = 4 * 2 ** 20;
const newline = 10;

/** Bytes of one line, without its end; they are valid until the next one is taken. */
export type TakeLine = (bytes: Buffer, index: number) => void;

/**
 * Goes through the lines of a file, a piece at a time. A last line that was being written when its process ended is
 * left out; a file that is not there has none.
 * @param from Index of the first line to take.
 * @returns how many lines there are.
 * @throws UserError where the file cannot be read.
 */
export async function eachLine(path: string, from: number, take: TakeLine): Promise<number> {
  try {
    const file = await open(path, 'r');
    try {
      return await eachLineOf(file, from, take);
    } finally {
      await file.close();
    }
  } catch (thrown) {
    if (errorCode(thrown) === 'ENOENT') return 0;
    throw explainFileError(thrown, path);
  }
}

async function eachLineOf(file: Awaited<ReturnType<typeof open>>, from: number, take: TakeLine): Promise<number> {
  let [lines, rest] = [0, Buffer.alloc(0)];
  let piece = Buffer.allocUnsafe(pieceBytes);
  for (;;) {
    rest.copy(piece);
    const { bytesRead } = await file.read(piece, rest.length, piece.length - rest.length, null);
    if (bytesRead === 0) return lines;
    const end = rest.length + bytesRead;
    let start = 0;
    for (let next = piece.indexOf(newline); next >= 0 && next < end; next = piece.indexOf(newline, start)) {
      if (lines >= from) take(piece.subarray(start, next), lines);
      lines += 1;
      start = next + 1;
    }
    rest = Buffer.from(piece.subarray(start, end));
    // A line that is longer than a piece gets a longer one.
    if (rest.length > piece.length / 2) piece = Buffer.allocUnsafe(2 * piece.length);
  }
}
