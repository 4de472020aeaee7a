import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rm, rmdir, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { z } from 'zod';
import { attempt } from './attempt';
import { temporaryOf, writeDurably } from './durable-file';
import { isGoingOn, ownIdentity } from './process-identity';

/** A file that a process is writing beside one of the user's. */
const noteSchema = z.object({
  version: z.literal(1),
  host: z.string(),
  pid: z.int().positive(),
  started: z.string().nullable(),
  file: z.string(),
});

const folderOf = (dataFolder: string): string => join(dataFolder, 'unfinished');

/**
 * Writes a file to a place of the user's, whole or not at all. What a kill leaves beside it is noted in the data folder
 * and swept at the next start, since nobody would look for it there.
 * @throws the system's error where the file cannot be written.
 */
export async function writeForUser(
  dataFolder: string,
  path: string,
  parts: Parameters<typeof writeDurably>[1],
): Promise<void> {
  const folder = folderOf(dataFolder);
  const note = join(folder, `${process.pid}-${randomBytes(4).toString('hex')}.json`);
  const file = temporaryOf(resolve(path));
  const content: z.infer<typeof noteSchema> = { version: 1, ...ownIdentity(), file };
  // A data folder that takes no note keeps nobody from saving a file elsewhere.
  await attempt(async () => {
    await mkdir(folder, { recursive: true });
    await writeFile(note, JSON.stringify(content));
  });
  try {
    await writeDurably(path, parts, file);
  } finally {
    await rm(note, { force: true }).catch(() => undefined);
    await rmdir(folder).catch(() => undefined);
  }
}

/** Removes what processes that were killed while they wrote to a place of the user's have left there. */
export async function sweepUserFiles(dataFolder: string): Promise<void> {
  const folder = folderOf(dataFolder);
  for (const name of await readdir(folder).catch(() => [])) {
    const text = await readFile(join(folder, name), 'utf8').catch(() => '');
    const note = parseNote(text);
    // That of another machine is that machine's to sweep.
    if (note && isGoingOn(note) !== false) continue;
    // Nothing else than such a file, whatever the note says.
    if (note && /^\..+\.\d+-[0-9a-f]+\.tmp$/.test(basename(note.file)))
      await rm(note.file, { force: true }).catch(() => undefined);
    await rm(join(folder, name), { force: true }).catch(() => undefined);
  }
  await rmdir(folder).catch(() => undefined);
}

function parseNote(text: string): z.infer<typeof noteSchema> | null {
  try {
    return noteSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
