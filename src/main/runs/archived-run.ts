import { type Entry, getFileNameLowLevel, openPromise, type ZipFile } from 'yauzl';
import { wordsOf, UserError } from '../../shared/errors';
import { message } from '../../shared/words/message';
import { crc32 } from '../files/crc32';

/** A run has some tens of files; an archive of more is a dataset. */
const mostEntries = 10_000;
/** Bytes; a configuration has some kilobytes, and a mean of its pictures. */
const largestText = 2 ** 25;
const [linkType, fileTypeMask] = [0o120000, 0o170000];

export interface ArchivedFile {
  /** Path below the run's folder, with slashes. */
  readonly name: string;
  readonly entry: Entry;
}

/** The files of a run in a zip, which is open until `close`. Nothing is unpacked before it is asked for. */
export class RunArchive {
  readonly path: string;
  readonly files: readonly ArchivedFile[];
  readonly #archive: ZipFile;

  private constructor(path: string, archive: ZipFile, files: readonly ArchivedFile[]) {
    this.path = path;
    this.#archive = archive;
    this.files = files;
  }

  /** @throws UserError where the file is no zip, holds no run, or would write outside the run's folder. */
  static async open(path: string): Promise<RunArchive> {
    const archive = await openPromise(path, { decodeStrings: false, autoClose: false }).catch((thrown: unknown) => {
      throw notZip(path, thrown);
    });
    try {
      return new RunArchive(path, archive, filesOfRun(await entriesOf(archive, path), path));
    } catch (thrown) {
      archive.close();
      throw thrown;
    }
  }

  close(): void {
    this.#archive.close();
  }

  /** A small file, in memory. @throws UserError where it is missing, damaged or far larger than such a file is. */
  async read(name: string): Promise<Buffer> {
    const file = this.files.find((each) => each.name === name);
    if (!file || file.entry.uncompressedSize > largestText) {
      throw new UserError(message(file ? 'archives.fileTooLarge' : 'archives.fileMissing', { path: this.path, name }));
    }
    const parts: Uint8Array[] = [];
    for await (const bytes of this.unpack(file)) parts.push(bytes);
    return Buffer.concat(parts);
  }

  /** The bytes of a file, piece by piece. @throws UserError at the end where they are not those that were put in. */
  async *unpack({ entry, name }: ArchivedFile): AsyncGenerator<Uint8Array> {
    try {
      let sum = 0;
      for await (const bytes of await this.#archive.openReadStreamPromise(entry)) {
        // yauzl leaves the checksum to its caller (APPNOTE.TXT, 4.4.7).
        sum = crc32(bytes, sum);
        yield bytes;
      }
      if (sum !== entry.crc32) throw new Error('its checksum is another');
    } catch (thrown) {
      const place = nameOf(entry) || name;
      throw new UserError(message('archives.damagedAt', { path: this.path, name: place, message: wordsOf(thrown) }), {
        cause: thrown,
      });
    }
  }
}

/** Whether a file is the zip of a run, from its table of contents alone: a zip of pictures may be large. */
async function isRunArchive(path: string): Promise<boolean> {
  if (!/\.zip$/i.test(path)) return false;
  try {
    const archive = await openPromise(path);
    try {
      if (archive.entryCount > mostEntries) return false;
      for await (const { fileName } of archive.eachEntry()) if (isConfig(fileName)) return true;
      return false;
    } finally {
      archive.close();
    }
  } catch {
    // What is wrong with it is told when it is taken in.
    return false;
  }
}

const isConfig = (name: string): boolean => /^([^/]+\/)?config\.json$/.test(name);

const notZip = (path: string, thrown: unknown): UserError =>
  new UserError(message('archives.notZip', { path, message: wordsOf(thrown) }), { cause: thrown });

function nameOf(entry: Entry): string {
  return getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);
}

async function entriesOf(archive: ZipFile, path: string): Promise<Entry[]> {
  if (archive.entryCount > mostEntries) {
    throw new UserError(message('archives.tooManyFiles', { path, count: archive.entryCount }));
  }
  const entries: Entry[] = [];
  try {
    for await (const entry of archive.eachEntry()) entries.push(entry);
  } catch (thrown) {
    throw notZip(path, thrown);
  }
  return entries;
}

function filesOfRun(entries: readonly Entry[], path: string): ArchivedFile[] {
  const named = entries.map((entry) => ({ name: nameOf(entry), entry }));
  for (const { name, entry } of named) {
    if (isPlainPath(name) && ((entry.externalFileAttributes >>> 16) & fileTypeMask) !== linkType) continue;
    throw new UserError(message('archives.outside', { path, name }));
  }
  const config = named.find(({ name }) => isConfig(name));
  if (!config) throw new UserError(message('archives.noConfig', { path }));
  const root = config.name.slice(0, -'config.json'.length);
  const files = named
    .filter(({ name }) => !name.endsWith('/') && name.startsWith(root))
    .map(({ name, entry }) => ({ name: name.slice(root.length), entry }));
  // Some systems take names that differ in case alone for one.
  if (new Set(files.map(({ name }) => name.toLowerCase())).size < files.length) {
    throw new UserError(message('archives.twice', { path }));
  }
  return files;
}

/** A path that stays inside the folder that it starts from, on every system. */
function isPlainPath(name: string): boolean {
  const parts = name.replace(/\/$/, '').split('/');
  return parts.every((part) => part !== '' && part !== '.' && part !== '..' && !/[\\:\0]/.test(part));
}

/** Whether each of the files is the zip of a run. */
export async function areRunArchives(paths: readonly string[]): Promise<boolean> {
  return (await Promise.all(paths.map(isRunArchive))).every(Boolean);
}
