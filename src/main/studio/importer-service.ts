import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Manifest } from '../../shared/contract/dataset';
import { importer, type Importer } from '../../shared/contract/importer';
import type { Preview } from '../../shared/contract/preview';
import { UserError } from '../../shared/errors';
import type { Carrier } from '../../shared/rpc/carrier';
import { Peer } from '../../shared/rpc/peer';
import { checkingClientOf, type Client } from '../../shared/rpc/service';
import { message } from '../../shared/words/message';
import type { DatasetImportOptions } from '../datasets/import/dataset-importer';
import type { ReadPictures } from '../datasets/store/store';
import { sweepTemporaryFolders } from '../files/temporary-folders';
import { readReadingNote } from '../files/reading-note';
import type { ChildExit, ChildHandle, LaunchProcess } from '../launch/child';
import { isOutOfMemory, signalOf } from '../launch/child-exit';
import { machineMemory } from '../machine/memory';
import type { StartFrom } from '../runs/starting-weights';

/**
 * Bytes that the process may hold: lists of a million files take less than half of the first, and a decoder thread less
 * than the second for the largest picture. The studio, a run that trains and the rest of the system need theirs, so
 * that it is never more than a share of the machine's memory.
 */
const [ownBytes, threadBytes, memoryShare] = [1.5 * 2 ** 30, 2 ** 29, 1 / 2];
/** A crash of a decoder leaves the names of a few pictures; more than these say nothing more. */
const mostNamed = 4;

interface ImporterOptions {
  readonly launch: LaunchProcess;
  readonly dataFolder: string;
  /** Memory that the process may hold, at most. */
  readonly mostBytes?: number;
  /** How long the process waits for more to do before it ends. */
  readonly idleMillis?: number;
  /** How long an import that was cancelled may take to clear up, before its process is ended. */
  readonly patienceMillis?: number;
}

type Watch = Pick<DatasetImportOptions, 'signal' | 'onProgress'>;

interface Process {
  readonly child: ChildHandle;
  /** It was ended because something else was cancelled. */
  isSacrificed: boolean;
  readonly client: Client<Importer, true>;
  /** The process is gone, and what it left behind as well. */
  readonly ended: Promise<void>;
}

/**
 * Has files that come from elsewhere read by a process of its own: datasets, pictures that were left in place, archives
 * of runs. It is started when there is something to read and ends when there is nothing more; whatever it dies of ends
 * what it was asked for, with the names of the files, and nothing else.
 */
export class ImporterService {
  readonly #options: Required<ImporterOptions>;
  #process: Process | null = null;
  #asked = 0;
  #idle: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(options: ImporterOptions) {
    const mostBytes = Math.min(memoryShare * machineMemory().totalBytes, ownBytes + threadBytes * cpus().length);
    this.#options = { mostBytes, idleMillis: 10_000, patienceMillis: 500, ...options };
  }

  /** See `DatasetImporter`. @throws UserError also where the process dies: nothing is kept then. */
  import(paths: readonly string[], { name, choices, ...watch }: DatasetImportOptions = {}): Promise<Manifest> {
    const input = { paths: [...paths], name, choices };
    return this.#ask(paths, watch, (client, options) => client.request('import', input, options));
  }

  update(dataset: string, watch: Watch = {}): Promise<Manifest> {
    return this.#ask([dataset], watch, (client, options) => client.request('update', { dataset }, options));
  }

  preview(paths: readonly string[], { choices, ...watch }: Omit<DatasetImportOptions, 'name'> = {}): Promise<Preview> {
    const input = { paths: [...paths], choices };
    return this.#ask(paths, watch, (client, options) => client.request('preview', input, options));
  }

  /** Pixels of pictures that a dataset left where they are. */
  readonly readPictures: ReadPictures = (dataset, split, indices) => {
    const input = { dataset, split, indices: [...indices] };
    return this.#ask([dataset], {}, (client) => client.request('pixels', input));
  };

  areRunArchives(paths: readonly string[]): Promise<boolean> {
    return this.#ask(paths, {}, (client) => client.request('areRunArchives', { paths: [...paths] }));
  }

  /** Takes a run from a zip into the store. @returns its id. */
  importRun(path: string): Promise<string> {
    return this.#ask([path], {}, (client) => client.request('importRun', { path }));
  }

  /** See `startFrom` of the runs: the weights of a file, which may be anybody's. */
  readonly startFrom: StartFrom = (path, config, classes) => {
    const input = { path, config, ...(classes && { classes: [...classes] }) };
    return this.#ask([path], {}, (client) => client.request('startFrom', input));
  };

  /** No process is left when it resolves. Requests that wait are rejected. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#end();
  }

  /** @param about is named where the process dies before it has written down what it reads. */
  async #ask<Result>(
    about: readonly string[],
    watch: Watch,
    request: (client: Client<Importer, true>, options: Watch) => Promise<Result>,
  ): Promise<Result> {
    if (this.#closed) throw new UserError(message('application.closing'));
    if (watch.signal?.aborted) throw cancelled();
    clearTimeout(this.#idle);
    this.#asked += 1;
    this.#process ??= this.#start();
    const asked = this.#process;
    try {
      return await request(asked.client, watch);
    } catch (thrown) {
      if (watch.signal?.aborted) {
        await this.#settle(asked);
        throw cancelled();
      }
      if (!(thrown instanceof Died)) throw thrown;
      if (asked.isSacrificed) return await this.#ask(about, watch, request);
      throw thrown.explain(about);
    } finally {
      this.#asked -= 1;
      if (this.#asked === 0) this.#idle = setTimeout(() => void this.#end(), this.#options.idleMillis).unref();
    }
  }

  /** Resolves when nothing is left of what was cancelled, by force if it takes long. */
  async #settle(asked: Process): Promise<void> {
    const { child, client, ended } = asked;
    const patience = setTimeout(() => {
      asked.isSacrificed = true;
      child.kill();
    }, this.#options.patienceMillis);
    await client.request('settle', null).catch(() => ended);
    clearTimeout(patience);
  }

  async #end(): Promise<void> {
    clearTimeout(this.#idle);
    const { child, ended } = this.#process ?? {};
    child?.kill();
    await ended;
  }

  #start(): Process {
    const { launch, dataFolder, mostBytes } = this.#options;
    const folder = mkdtempSync(join(tmpdir(), 'residual-studio-importer-'));
    const note = join(folder, 'reading');
    const child = launch('importer');
    const ended = new Promise<Died>((resolve) => {
      child.onExit((exit) => {
        if (this.#process?.child === child) this.#process = null;
        const died = this.#closed
          ? new UserError(message('application.closing'))
          : new Died(exit, readReadingNote(note));
        void clearUp(folder, dataFolder).then(() => resolve(died as Died));
      });
    });
    const carrier: Carrier = {
      send: (sent) => child.send(sent),
      onMessage: (listener) => child.onMessage(listener),
      // Not before everything is cleared up: the one who asked may try again at once.
      onClose: (listener) => void ended.then(listener),
      close: () => child.kill(),
    };
    const client = checkingClientOf(new Peer(carrier), importer);
    client.request('open', { dataFolder, note, mostBytes }).catch((thrown: unknown) => {
      if (!(thrown instanceof Died)) console.error(thrown);
    });
    return { child, client, isSacrificed: false, ended: ended.then(() => undefined) };
  }
}

/** Removes what a process that is gone has left in the middle of its work. */
async function clearUp(folder: string, dataFolder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  for (const store of ['datasets', 'runs']) await sweepTemporaryFolders(join(dataFolder, store)).catch(() => undefined);
}

/** The process ended in the middle of its work. */
class Died extends Error {
  constructor(
    readonly exit: ChildExit,
    readonly reading: readonly string[],
  ) {
    super('The importer ended.');
  }

  /** @param about what was asked for, where no file was being read. */
  explain(about: readonly string[]): UserError {
    const names = this.reading.length > 0 ? this.reading : about;
    const files = names.slice(0, mostNamed).join(', ');
    const signal = signalOf(this.exit);
    if (signal === 'SIGKILL' || isOutOfMemory(this.exit)) return new UserError(message('importer.killed', { files }));
    if (signal !== null) return new UserError(message('importer.crashed', { files, signal }));
    const { code } = this.exit;
    if (code === null) return new UserError(message('importer.notStarted', { files }));
    return new UserError(message('importer.ended', { files, code: String(code) }));
  }
}

function cancelled(): UserError {
  return new UserError(message('imports.cancelled'));
}
