import { createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { inspect } from 'node:util';

export interface Log {
  /** One line, or as many as `text` has. */
  write(source: string, text: string): void;
  /** A fault of the program, with its stack. */
  fault(source: string, thrown: unknown): void;
}

/** A log of this start of the studio in `file`; the last start's is kept beside it as `<file>.previous`. */
export function openLog(file: string): Log {
  mkdirSync(dirname(file), { recursive: true });
  if (existsSync(file)) renameSync(file, `${file}.previous`);
  const stream = createWriteStream(file);
  // A full disk must not end the studio.
  stream.on('error', () => undefined);
  const write = (source: string, text: string) => {
    const time = new Date().toISOString();
    for (const line of text.trimEnd().split('\n')) stream.write(`${time} ${source}: ${line}\n`);
  };
  return {
    write,
    fault(source, thrown) {
      write(source, inspect(thrown));
      console.error(`${source}:`, thrown);
    },
  };
}
