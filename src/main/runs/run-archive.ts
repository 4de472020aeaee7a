import AdmZip from 'adm-zip';
import { mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { RunConfig } from '../../shared/contract/run';
import { messageOf, UserError } from '../../shared/errors';
import { withPath } from '../files/file-errors';
import { writeDurably } from '../files/durable-file';
import { listRunFiles } from './run-files';
import { configFormat } from './run-folders';
import { numbersOf } from './run-numbers';
import type { RunStore } from './run-store';
import { interruption, isPending, stateFile, stateFormat, type StateFile } from './state-file';
import { NewerVersionError, parseVersioned } from '../files/versioned-file';

/** Bytes that are handled at once, as zip and as files; what Node.js reads of a file. */
const largestBytes = 2 ** 31 - 1;
/** Noise, as weights are, does not get smaller. */
const isIncompressible = (name: string): boolean => name.endsWith('.safetensors');
const stored = 0;

const tooLarge = 'is too large for a zip, which may hold 2 GiB. Copy the folder of the run instead.';

/**
 * Writes the folder of a run as one zip, which holds `<run>/config.json` and so on.
 * @param replace Whether a file that is there makes way.
 * @throws UserError where the run goes on, is too large, or the file is there already or cannot be written.
 */
export async function exportRun(store: RunStore, run: string, path: string, replace = false): Promise<void> {
  const { state } = await store.summary(run);
  if (isPending(state)) throw new UserError(`Run ${run} is not over (${state}): stop it before it is exported.`);
  const isTaken = !replace && (await stat(path).catch(() => null));
  if (isTaken) throw new UserError(`${path} exists already. Choose another name, or remove it first.`);
  const { folder, files } = await listRunFiles(store, run);
  if (files.reduce((sum, { bytes }) => sum + bytes, 0) > largestBytes) throw new UserError(`Run ${run} ${tooLarge}`);
  const zip = new AdmZip();
  for (const { name } of files) {
    const entry = zip.addFile(`${run}/${name}`, await readFile(join(folder, name)));
    if (isIncompressible(name)) entry.header.method = stored;
  }
  await withPath(path, () => writeDurably(path, [zip.toBuffer()]));
}

/**
 * Takes a run from a zip into the store; it appears whole, or nothing is kept.
 * @returns its id.
 * @throws UserError where the zip is damaged, holds no run, or one that is in the store already.
 */
export async function importRun(store: RunStore, path: string): Promise<string> {
  const { size } = await withPath(path, () => stat(path));
  if (size > largestBytes) throw new UserError(`${path} ${tooLarge}`);
  const { config, files } = readArchive(await withPath(path, () => readFile(path)), path);
  const folder = await store.makeTemporary(config.run);
  try {
    for (const { name, entry } of files) {
      const data = dataOf(entry, path);
      const bytes = name === 'state.json' ? settledState(data) : data;
      await withPath(store.path(config.run), () => writeSynced(join(folder, name), bytes));
    }
    await store.adopt(config.run, folder);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    if (error instanceof UserError) throw error;
    throw new UserError(`${path} could not be unpacked: ${messageOf(error)}`, { cause: error });
  }
  return config.run;
}

interface ArchivedFile {
  /** Path below the run's folder, with slashes. */
  readonly name: string;
  readonly entry: AdmZip.Entry;
}

function readArchive(bytes: Buffer, path: string): { config: RunConfig; files: ArchivedFile[] } {
  let entries: AdmZip.Entry[];
  try {
    entries = new AdmZip(bytes).getEntries();
  } catch (error) {
    throw new UserError(`${path} is not a zip file, or is damaged: ${messageOf(error)}`);
  }
  for (const { entryName, attr } of entries) {
    if (!isPlainPath(entryName) || isLink(attr)) {
      throw new UserError(
        `${path} was not written by this program: "${entryName}" would lie outside the run's folder.`,
      );
    }
  }
  if (entries.reduce((sum, { header }) => sum + header.size, 0) > largestBytes)
    throw new UserError(`What ${path} holds ${tooLarge}`);
  const found = entries.find(({ entryName }) => /^([^/]+\/)?config\.json$/.test(entryName));
  if (!found) throw new UserError(`${path} holds no run: there is no config.json in it.`);
  const root = found.entryName.slice(0, -'config.json'.length);
  const files = entries
    .filter(({ isDirectory, entryName }) => !isDirectory && entryName.startsWith(root))
    .map((entry) => ({ name: entry.entryName.slice(root.length), entry }));
  // Some systems take names that differ in case alone for one.
  if (new Set(files.map(({ name }) => name.toLowerCase())).size < files.length) {
    throw new UserError(`${path} was not written by this program: it has a file twice.`);
  }
  return { config: readConfig(dataOf(found, path), path), files };
}

/** A path that stays inside the folder that it starts from, on every system. */
function isPlainPath(name: string): boolean {
  const parts = name.replace(/\/$/, '').split('/');
  return parts.every((part) => part !== '' && part !== '.' && part !== '..' && !/[\\:\0]/.test(part));
}

const isLink = (attributes: number): boolean => ((attributes >>> 16) & 0o170000) === 0o120000;

function readConfig(bytes: Buffer, path: string): RunConfig {
  try {
    return parseVersioned(bytes.toString('utf8'), configFormat, `config.json in ${path}`, '');
  } catch (error) {
    if (error instanceof NewerVersionError) throw error;
    throw new UserError(`${path} holds no run: ${messageOf(error)}`);
  }
}

/** @throws UserError where the bytes are not those that were put in. */
function dataOf(entry: AdmZip.Entry, path: string): Buffer {
  try {
    return entry.getData();
  } catch (error) {
    throw new UserError(`${path} is damaged at "${entry.entryName}": ${messageOf(error)}. Export the run again.`);
  }
}

async function writeSynced(path: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
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
