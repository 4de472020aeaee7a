import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepReadingNote, noteReading, readingNotePlace, readReadingNote } from './reading-note';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reading-note-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('the note of what is being read', () => {
  it('says nothing where none is kept', () => {
    expect(readingNotePlace(1)).toBeNull();
    noteReading('/a/picture.png');
    expect(readReadingNote(join(folder, 'reading'))).toEqual([]);
  });

  it('names what every thread reads just now, each once', () => {
    const path = join(folder, 'reading');
    keepReadingNote({ path, slot: 0 });
    expect(readingNotePlace(5)).toEqual({ path, slot: 5 });
    noteReading('/a/archive.zip');
    keepReadingNote({ path, slot: 5 });
    noteReading('/a/고양이.png', 1);
    noteReading('/a/a much longer name.png', 2);
    noteReading('/a/b.png', 2);
    noteReading('/a/b.png', 3);
    noteReading('/a/done.png', 0);
    noteReading(null, 0);
    expect(readReadingNote(path)).toEqual(['/a/archive.zip', '/a/고양이.png', '/a/b.png']);
  });

  it('cuts a name that is too long', () => {
    const path = join(folder, 'reading');
    keepReadingNote({ path, slot: 0 });
    noteReading(`/${'n'.repeat(5000)}`);
    expect(readReadingNote(path)).toEqual([`/${'n'.repeat(1023)}`]);
  });
});
