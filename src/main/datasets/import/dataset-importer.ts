import { resolve } from 'node:path';
import type { ImportProgress, Manifest } from '../../../shared/contract/dataset';
import { importOptionsSchema, type ImportChoices, type ImportOptions } from '../../../shared/contract/import';
import type { Preview } from '../../../shared/contract/preview';
import { UserError } from '../../../shared/errors';
import { message } from '../../../shared/words/message';
import { withPath } from '../../files/file-errors';
import { DecoderPool } from '../pictures/decoder-pool';
import { DatasetStore } from '../store/store';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../files/temporary-folders';
import { isFrom } from './earlier-import';
import { importDataset } from './import';
import { previewSource } from './preview';
import { firstIssue } from '../../../shared/words/outside';

export interface DatasetImportOptions {
  /** What to call the dataset; by default as its folder, or by its known name. */
  name?: string | undefined;
  /** Size, splits and classes; what is left out is as the defaults have it. */
  choices?: ImportChoices | undefined;
  onProgress?: (progress: ImportProgress) => void;
  /** Aborting it cancels the import, which then rejects and keeps nothing. */
  signal?: AbortSignal;
}

/** A store that new datasets are taken into. It reads files from elsewhere, and belongs into a process of its own. */
export class DatasetImporter extends DatasetStore {
  readonly #decoderEntry: string | undefined;

  /** @param decoderEntry path of the compiled decoder thread; left out, pictures are decoded by the calling thread. */
  constructor(dataFolder: string, decoderEntry?: string) {
    super(dataFolder);
    this.#decoderEntry = decoderEntry;
  }

  /**
   * Imports folders, archives, or files of one folder. The same classes, pictures and labels are kept once: importing
   * them again gives the dataset that is there, under the name that it has.
   * @throws UserError that names the file and the problem; nothing is kept then.
   */
  async import(paths: readonly string[], options: DatasetImportOptions = {}): Promise<Manifest> {
    return this.#importAs(paths, options);
  }

  /**
   * Imports a dataset's source again, in the same way, and puts the result in its place: its id and name stay, its
   * content hash changes where its content did, and `difference` in its manifest tells what.
   */
  async update(idOrName: string, options: Omit<DatasetImportOptions, 'name' | 'choices'> = {}): Promise<Manifest> {
    const manifest = await this.read(idOrName);
    const choices = manifest.options;
    return this.#importAs(manifest.sources ?? [manifest.source], { ...options, choices }, manifest);
  }

  /** What an import would take; nothing is kept. @throws UserError where the source is not understood. */
  async preview(paths: readonly string[], options: Omit<DatasetImportOptions, 'name'> = {}): Promise<Preview> {
    await this.sweep();
    const choices = readChoices(options.choices);
    const decoders = new DecoderPool(this.#decoderEntry);
    let folder: Promise<string> | undefined;
    const temporary = (): Promise<string> => (folder ??= withPath(this.folder, () => makeTemporaryFolder(this.folder)));
    const reading = { report: options.onProgress ?? (() => undefined), signal: options.signal };
    try {
      const preview = await previewSource(paths, choices, reading, decoders, temporary);
      const sources = paths.map((path) => resolve(path));
      const existing = (await this.list()).filter((manifest) => isFrom(manifest, sources));
      return { ...preview, existing: existing.map(({ id, name }) => ({ id, name })) };
    } finally {
      await decoders.close();
      if (folder) await removeTemporaryFolder(await folder);
    }
  }

  async #importAs(
    paths: readonly string[],
    { name, choices, onProgress = () => undefined, signal }: DatasetImportOptions,
    replaces?: Manifest,
  ): Promise<Manifest> {
    await this.sweep();
    const decoders = new DecoderPool(this.#decoderEntry);
    try {
      return await importDataset({
        folder: this.folder,
        list: () => this.list(),
        paths,
        name,
        replaces,
        signal,
        decoders,
        choices: readChoices(choices),
        report: onProgress,
      });
    } finally {
      await decoders.close();
    }
  }
}

/** @throws UserError that names the choice which cannot be. */
function readChoices(choices: ImportChoices = {}): ImportOptions {
  const { success, data, error } = importOptionsSchema.safeParse(choices);
  if (success) return data;
  throw new UserError(message('imports.badOptions', firstIssue(error)));
}
