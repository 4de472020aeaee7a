import { constants, openSync, readFileSync, writeSync } from 'node:fs';

/** Bytes for the name of a file; a longer one loses its end. */
const slotBytes = 1024;

/** Where a thread writes down what it reads. */
export interface ReadingNotePlace {
  readonly path: string;
  /** The first of the thread's slots; it has one for each file that it reads at once. */
  readonly slot: number;
}

let own: (ReadingNotePlace & { readonly file: number }) | null = null;
/** What is written next: a new buffer for each of many pictures takes longer than writing it. */
const slot = Buffer.alloc(slotBytes);

/** From now on this thread writes down what it reads, in a file that is made where it is not there. */
export function keepReadingNote(place: ReadingNotePlace): void {
  own = { ...place, file: openSync(place.path, constants.O_RDWR | constants.O_CREAT) };
}

/** The same file for another thread; null where none is kept. */
export function readingNotePlace(slot: number): ReadingNotePlace | null {
  return own && { path: own.path, slot };
}

/**
 * Writes down what this thread begins to read; null: nothing any more. The system keeps it however the process ends, at
 * the price of one call to it, so that the process that started this one can tell which file it died of.
 * @param lane which of the files that the thread reads at once.
 */
export function noteReading(name: string | null, lane = 0): void {
  if (!own) return;
  const length = slot.write(name ?? '', 'utf8');
  if (length < slotBytes) slot[length] = 0;
  writeSync(own.file, slot, 0, Math.min(slotBytes, length + 1), (own.slot + lane) * slotBytes);
}

/** What was being read when a process ended; empty where nothing was written down. */
export function readReadingNote(path: string): string[] {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    return [];
  }
  const names: string[] = [];
  for (let start = 0; start < bytes.length; start += slotBytes) {
    const slot = bytes.subarray(start, start + slotBytes);
    const end = slot.indexOf(0);
    names.push(slot.toString('utf8', 0, end < 0 ? slot.length : end));
  }
  return [...new Set(names.filter((name) => name !== ''))];
}
