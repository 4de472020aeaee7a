import { createReadStream } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { extract, Header } from 'tar-stream';
import { validateFileName } from 'yauzl';
import { messageOf, wordsOf, UserError } from '../../../shared/errors';
import { message } from '../../../shared/words/message';
import { stopIfCancelled } from '../cancellation';
import { toOpen, type DiskPath } from '../../files/disk-path';
import { errorCode, explainFileError } from '../../files/file-errors';
import { checkEntries, ExpansionLimit, isTooLong } from './archive-limits';
import { type Container, type FoundFile, isIgnoredPath, type ListOptions, type Part } from './listing';
import { MergedFolders } from './merged-folders';
import { extractBinaryNames } from './tar-names';

/** Of each entry, before its content. */
const headerBytes = 512;

/**
 * The files of a tar archive, plain or gzip-compressed. Such an archive can be read from front to end alone, so the
 * contents of its files are written one after another into a single temporary file: no name in it decides where
 * anything is written. Links and names that lead out of the archive are passed over and named.
 * @param path for messages. @param onDisk the same as the disk has it.
 */
export async function listTar(
  path: string,
  prefix: string,
  compressed: boolean,
  options: ListOptions,
  onDisk: DiskPath = path,
): Promise<FoundFile[]> {
  const temporary = await options.temporary();
  const store = join(temporary, `unpacked-${options.number()}`);
  const container: Container = { kind: 'tar', place: path, prefix, store };
  const limit = new ExpansionLimit(path, (await stat(toOpen(onDisk))).size, temporary);
  const target = await open(store, 'wx');
  const names: string[] = [];
  const parts: Part[] = [];
  let [end, seen] = [0, 0];
  const input = createReadStream(toOpen(onDisk), { highWaterMark: 1 << 20 });
  const entries = extractBinaryNames();
  const failure = new Promise<unknown>((resolve) => entries.once('error', resolve));
  try {
    pass(input, compressed, entries);
    for await (const entry of entries) {
      stopIfCancelled(options.signal);
      checkEntries(++seen, path);
      await limit.add(headerBytes);
      const { name, size = 0 } = entry.header;
      if (!isWanted(entry.header, path, options)) {
        entry.resume();
        continue;
      }
      const start = end;
      end = await append(entry as AsyncIterable<Uint8Array>, target, start, limit, options.signal);
      names.push(name.replace(/^(\.\/)+/, ''));
      parts.push({ start, packed: size, length: size, deflated: false });
      options.found(1);
    }
  } catch (thrown) {
    // An entry that is being read knows only that the archive was given up, not why.
    throw explain(errorCode(thrown) === 'STREAM_DESTROYED' ? await failure : thrown, path);
  } finally {
    input.destroy();
    await target.close();
  }
  const merged = new MergedFolders(path, options.problems);
  const files = options.decoding.names(names, path).map((name, index): FoundFile => {
    merged.add(name, names[index] as string);
    return { path: `${prefix}${name}`, container, part: parts[index] as Part };
  });
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Leads a file into a reader of archives, errors included. */
function pass(input: Readable, compressed: boolean, entries: ReturnType<typeof extract>): void {
  input.once('error', (error) => entries.destroy(error));
  if (!compressed) {
    input.pipe(entries);
    return;
  }
  const unzipped = createGunzip({ chunkSize: 1 << 20 });
  input.once('error', (error) => unzipped.destroy(error));
  unzipped.once('error', (error) => entries.destroy(error));
  input.pipe(unzipped).pipe(entries);
}

function isWanted({ name: binary, type }: Header, archive: string, { problems, decoding }: ListOptions): boolean {
  const name = (): string => decoding.names([binary], archive)[0] as string;
  if (type === 'symlink' || type === 'link') {
    problems.add('link', `${archive}: ${name()}`, message('sources.link'));
    return false;
  }
  if (type !== 'file' && type !== 'contiguous-file') return false;
  if (isTooLong(binary)) {
    problems.add('unreadable', `${archive}: ${name()}`, message('sources.nameTooLong'));
    return false;
  }
  const plain = binary.replace(/^(\.\/)+/, '');
  if (validateFileName(plain.replaceAll('\\', '/')) !== null) {
    problems.add('unsafe-path', `${archive}: ${name()}`, message('sources.leadsOut'));
    return false;
  }
  return !isIgnoredPath(plain);
}

async function append(
  entry: AsyncIterable<Uint8Array>,
  target: FileHandle,
  start: number,
  limit: ExpansionLimit,
  signal: AbortSignal | undefined,
): Promise<number> {
  let end = start;
  for await (const chunk of entry) {
    stopIfCancelled(signal);
    await limit.add(chunk.length);
    await target.write(chunk, 0, chunk.length, end);
    end += chunk.length;
  }
  return end;
}

function explain(thrown: unknown, path: string): unknown {
  if (thrown instanceof UserError) return thrown;
  const code = errorCode(thrown);
  if (code === 'Z_BUF_ERROR' || /unexpected end/i.test(messageOf(thrown))) {
    return new UserError(message('sources.archiveCutOff', { path }));
  }
  if (code === undefined || code.startsWith('Z_')) {
    return new UserError(message('sources.badTar', { path, reason: wordsOf(thrown) }));
  }
  return explainFileError(thrown, path);
}
