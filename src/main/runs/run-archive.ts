import { mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { RunConfig } from '../../shared/contract/run';
import { wordsOf, UserError } from '../../shared/errors';
import { message } from '../../shared/words/message';
import { writeDurably } from '../files/durable-file';
import { withPath } from '../files/file-errors';
import { freeDisk } from '../machine/free-disk';
import { NewerVersionError, parseVersioned } from '../files/versioned-file';
import { type ArchivedFile, RunArchive } from './archived-run';
import { listRunFiles } from './run-files';
import { configFormat } from './run-folders';
import { numbersOf } from './run-numbers';
import type { RunStore } from './run-store';
import { interruption, isPending, stateFile, stateFormat, type StateFile } from './state-file';
import { writeForUser } from '../files/user-file';
import { removeTemporaryFolder } from '../files/temporary-folders';

/** Metrics shrink to a tenth; beyond this a zip was made to do harm. Below the bytes it may expand as it likes. */
const [largestRatio, harmlessBytes] = [200, 2 ** 28];

/** Noise, as weights are, does not get smaller. */
const isIncompressible = (name: string): boolean => name.endsWith('.safetensors');

/**
 * Writes the folder of a run as one zip, which holds `<run>/config.json` and so on; of any size, in little memory.
 * @param replace Whether a file that is there makes way.
 * @throws UserError where the run goes on, or the file is there already or cannot be written.
 */
export async function exportRun(store: RunStore, run: string, path: string, replace = false): Promise<void> {
  const { state } = await store.summary(run);
  if (isPending(state))
    throw new UserError(message('runs.notOverToExport', { run, state: message(`runs.states.${state}`) }));
  const isTaken = !replace && (await stat(path).catch(() => null));
  if (isTaken) throw new UserError(message('files.existsAlready', { path }));
  const { folder, files } = await listRunFiles(store, run);
  const zip = new ZipFile();
  for (const { name } of files)
    zip.addFile(join(folder, name), `${run}/${name}`, { compress: !isIncompressible(name) });
  zip.end();
  const output = zip.outputStream as Readable;
  // A file that cannot be read is told by the zip, and not by its stream.
  zip.once('error', (error) => output.destroy(error as Error));
  try {
    await withPath(path, () => writeForUser(store.dataFolder, path, output));
  } finally {
    // The zip may be reading still; what it tells from here on is of no interest.
    output.on('error', () => undefined).destroy();
  }
}

/**
 * Takes a run from a zip into the store; it appears whole, or nothing is kept.
 * @returns its id.
 * @throws UserError where the zip is damaged, holds no run, or one that is in the store already.
 */
export async function importRun(store: RunStore, path: string): Promise<string> {
  const { size } = await withPath(path, () => stat(path));
  const archive = await RunArchive.open(path);
  try {
    const { run } = parseConfig(await archive.read('config.json'), path);
    await checkRoom(archive, size, store.folder);
    const folder = await store.makeTemporary(run);
    try {
      for (const file of archive.files) await withPath(store.path(run), () => unpackInto(folder, archive, file));
      await store.adopt(run, folder);
    } catch (thrown) {
      if (thrown instanceof UserError) throw thrown;
      throw new UserError(message('archives.notUnpacked', { path, message: wordsOf(thrown) }), { cause: thrown });
    } finally {
      await removeTemporaryFolder(folder);
    }
    return run;
  } finally {
    archive.close();
  }
}

/** @throws UserError where the files of an archive would take far more than those of a run do, or than the disk has. */
async function checkRoom({ path, files }: RunArchive, packed: number, folder: string): Promise<void> {
  // No file is unpacked beyond the size that the table of contents says.
  const needed = files.reduce((sum, { entry }) => sum + entry.uncompressedSize, 0);
  if (needed > harmlessBytes && needed > largestRatio * packed) {
    throw new UserError(message('archives.expandsTooFar', { path, bytes: needed }));
  }
  const free = await freeDisk(dirname(folder));
  if (needed > free) throw new UserError(message('archives.noRoom', { path, needed, folder, free }));
}

async function unpackInto(folder: string, archive: RunArchive, file: ArchivedFile): Promise<void> {
  const target = join(folder, file.name);
  await mkdir(dirname(target), { recursive: true });
  if (file.name === 'state.json') return writeDurably(target, [settledState(await archive.read(file.name))]);
  await writeDurably(target, archive.unpack(file));
}

function parseConfig(bytes: Buffer, path: string): RunConfig {
  try {
    return parseVersioned(bytes.toString('utf8'), configFormat, message('files.configIn', { path }), '');
  } catch (error) {
    if (error instanceof NewerVersionError) throw error;
    throw new UserError(message('archives.noRun', { path, message: wordsOf(error) }));
  }
}

/**
 * state.json without a process that works on the run: on another machine its number may be anybody's.
 * @returns the given bytes where there is none.
 */
function settledState(bytes: Buffer): Buffer {
  const state = parseState(bytes);
  if (!state || !isPending(state.state)) return bytes;
  return Buffer.from(
    `${JSON.stringify(stateFile('interrupted', interruption(state.state), null, numbersOf(state)), null, 2)}\n`,
  );
}

function parseState(bytes: Buffer): StateFile | undefined {
  try {
    return parseVersioned(bytes.toString('utf8'), stateFormat, 'state.json', '');
  } catch {
    return undefined;
  }
}
