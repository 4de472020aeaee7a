import { readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import {
  manifestSchema,
  type ImportProgress,
  type Manifest,
  type Picture,
  type Split,
} from '../../shared/contract/dataset';
import { UserError } from '../../shared/errors';
import { withPath } from './file-errors';
import { importDataset } from './import';
import { readSplit, type SplitData } from './packed-files';
import { readSamples } from './samples';
import { makeTemporaryFolder, removeTemporaryFolder, sweepTemporaryFolders } from './temporary-folders';

/** Folder of the sample dataset, below the resources folder. */
export const sampleFolderName = 'sample/fashion-mnist';

export interface ImportOptions {
  /** What to call the dataset; by default as its folder, or by its known name. */
  name?: string;
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

  constructor(dataFolder: string) {
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
   * Imports a folder, or files of one folder. The same classes, pictures and labels are kept once: importing them
   * again gives the dataset that is there, under the name that it has.
   * @throws UserError that names the file and the problem; nothing is kept then.
   */
  async import(paths: readonly string[], options: ImportOptions = {}): Promise<Manifest> {
    await this.sweep();
    return importDataset(this.folder, () => this.list(), paths, options);
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

  async open(id: string): Promise<OpenDataset> {
    const manifest = await this.read(id);
    const folder = join(this.folder, manifest.id);
    return { manifest, split: (name) => readSplit(folder, manifest, name) };
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
