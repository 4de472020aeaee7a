import { readdir, readFile, rename } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import {
  manifestSchema,
  type ImportProgress,
  type Manifest,
  type Picture,
  type Split,
  type Variations,
} from '../../../shared/contract/dataset';
import { importOptionsSchema, type ImportChoices, type ImportOptions } from '../../../shared/contract/import';
import type { Preview } from '../../../shared/contract/preview';
import { UserError } from '../../../shared/errors';
import { DecoderPool } from '../pictures/decoder-pool';
import { isFrom } from '../import/earlier-import';
import { withPath } from '../../files/file-errors';
import { importDataset } from '../import/import';
import { readSplit, type SplitData } from './packed-files';
import { previewSource } from '../import/preview';
import { readVariations, type VariationOptions } from './variations';
import { readChosen, readSamples } from './samples';
import { makeTemporaryFolder, removeTemporaryFolder, sweepTemporaryFolders } from './temporary-folders';

/** Folder of the sample dataset, below the resources folder. */
export const sampleFolderName = 'sample/fashion-mnist';

export interface StoreImportOptions {
  /** What to call the dataset; by default as its folder, or by its known name. */
  name?: string;
  /** Size, splits and classes; what is left out is as the defaults have it. */
  choices?: ImportChoices;
  onProgress?: (progress: ImportProgress) => void;
  /** Aborting it cancels the import, which then rejects and keeps nothing. */
  signal?: AbortSignal;
}

export interface OpenDataset {
  manifest: Manifest;
  /** Reads a split into shared memory. */
  split(name: Split): Promise<SplitData>;
}

/** The datasets in `<data folder>/datasets/`, each in a folder of its own: manifest.json and the packed splits. */
export class DatasetStore {
  private readonly folder: string;
  private swept: Promise<void> | undefined;

  /** @param decoderEntry path of the compiled decoder thread; left out, pictures are decoded by the calling thread. */
  constructor(
    dataFolder: string,
    private readonly decoderEntry?: string,
  ) {
    this.folder = join(dataFolder, 'datasets');
  }

  /** Newest first. A folder whose manifest cannot be read is passed over. */
  async list(): Promise<Manifest[]> {
    await this.sweep();
    const names = await readdir(this.folder).catch(() => []);
    const manifests = await Promise.all(
      names.filter((name) => !name.startsWith('.')).map((id) => this.readManifest(id)),
    );
    return manifests
      .filter((manifest): manifest is Manifest => manifest !== undefined)
      .sort((a, b) => b.importedAt.localeCompare(a.importedAt) || a.id.localeCompare(b.id));
  }

  /** @param idOrName an id, or a name that one dataset alone has. @throws UserError where there is none. */
  async read(idOrName: string): Promise<Manifest> {
    const manifests = await this.list();
    const exact = manifests.find(({ id }) => id === idOrName);
    if (exact) return exact;
    const [named, ...others] = manifests.filter(({ name }) => name === idOrName);
    if (others.length > 0) {
      const ids = [named, ...others].map((manifest) => manifest?.id).join(', ');
      throw new UserError(`Several datasets are called "${idOrName}". Name one of them by its id: ${ids}.`);
    }
    if (named) return named;
    const known =
      manifests.length > 0
        ? `There are: ${manifests.map(({ id }) => id).join(', ')}.`
        : 'There is none yet: import one.';
    throw new UserError(`There is no dataset "${idOrName}". ${known}`);
  }

  /**
   * Imports folders, archives, or files of one folder. The same classes, pictures and labels are kept once: importing
   * them again gives the dataset that is there, under the name that it has.
   * @throws UserError that names the file and the problem; nothing is kept then.
   */
  async import(paths: readonly string[], options: StoreImportOptions = {}): Promise<Manifest> {
    return this.importAs(paths, options);
  }

  /**
   * Imports a dataset's source again, in the same way, and puts the result in its place: its id and name stay, its
   * content hash changes where its content did, and `difference` in its manifest tells what.
   */
  async update(idOrName: string, options: Omit<StoreImportOptions, 'name' | 'choices'> = {}): Promise<Manifest> {
    const manifest = await this.read(idOrName);
    const choices = manifest.options;
    return this.importAs(manifest.sources ?? [manifest.source], { ...options, choices }, manifest);
  }

  /** What an import would take; nothing is kept. @throws UserError where the source is not understood. */
  async preview(paths: readonly string[], options: Omit<StoreImportOptions, 'name'> = {}): Promise<Preview> {
    await this.sweep();
    const choices = readChoices(options.choices);
    const decoders = new DecoderPool(this.decoderEntry);
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

  /** @throws UserError where there is no such dataset. */
  async remove(id: string): Promise<void> {
    const manifest = await this.read(id);
    const target = join(this.folder, manifest.id);
    await withPath(target, async () => {
      // Renamed first, so that a removal that is interrupted leaves nothing that looks whole.
      const temporary = await makeTemporaryFolder(this.folder);
      await rename(target, join(temporary, manifest.id));
      await removeTemporaryFolder(temporary);
    });
  }

  /** The first pictures of each class in the training split, class by class. */
  async samples(id: string, perClass: number): Promise<Picture[]> {
    const manifest = await this.read(id);
    return readSamples(join(this.folder, manifest.id), manifest, perClass);
  }

  /** Those pictures of a split that `choose` picks by their class numbers, under the names of their classes. */
  async pictures(id: string, split: Split, choose: (labels: Int32Array) => number[]): Promise<Picture[]> {
    const manifest = await this.read(id);
    return readChosen(join(this.folder, manifest.id), manifest, split, choose);
  }

  /**
   * Pictures of the training split and what an augmentation makes of them.
   * @throws UserError where there is no such dataset, or its files cannot be read.
   */
  async variations(id: string, options: VariationOptions): Promise<Variations[]> {
    const manifest = await this.read(id);
    return readVariations(join(this.folder, manifest.id), manifest, options);
  }

  async open(id: string): Promise<OpenDataset> {
    const manifest = await this.read(id);
    const folder = join(this.folder, manifest.id);
    return { manifest, split: (name) => readSplit(folder, manifest, name) };
  }

  private async importAs(
    paths: readonly string[],
    { name, choices, onProgress = () => undefined, signal }: StoreImportOptions,
    replaces?: Manifest,
  ): Promise<Manifest> {
    await this.sweep();
    const decoders = new DecoderPool(this.decoderEntry);
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

  private async readManifest(id: string): Promise<Manifest | undefined> {
    const text = await readFile(join(this.folder, id, 'manifest.json'), 'utf8').catch(() => undefined);
    if (text === undefined) return undefined;
    try {
      const manifest = manifestSchema.parse(JSON.parse(text));
      return manifest.id === id ? manifest : undefined;
    } catch {
      return undefined;
    }
  }

  private sweep(): Promise<void> {
    this.swept ??= sweepTemporaryFolders(this.folder);
    return this.swept;
  }
}

/** @throws UserError that names the choice which cannot be. */
function readChoices(choices: ImportChoices = {}): ImportOptions {
  const { success, data, error } = importOptionsSchema.safeParse(choices);
  if (success) return data;
  const [issue] = error.issues;
  throw new UserError(`It cannot be imported in this way: ${issue?.path.join('.')}: ${issue?.message}.`);
}
