import { readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import {
  manifestSchema,
  type Manifest,
  type Picture,
  type Split,
  type Variations,
} from '../../../shared/contract/dataset';
import { UserError } from '../../../shared/errors';
import { message } from '../../../shared/words/message';
import { withPath } from '../../files/file-errors';
import { readSplit, type SplitData } from './packed-files';
import { readVariations, type VariationOptions } from './variations';
import { readChosen, readPixels, readSamples, type DatasetReading } from './samples';
import { makeTemporaryFolder, removeTemporaryFolder, sweepTemporaryFolders } from '../../files/temporary-folders';

/** Folder of the sample dataset, below the resources folder. */
export const sampleFolderName = 'sample/fashion-mnist';

/**
 * Reads pictures that a dataset left where they are, as training sees them. Foreign files are decoded by it, which the
 * process that everything depends on leaves to another.
 */
export type ReadPictures = (dataset: string, split: Split, indices: readonly number[]) => Promise<Uint8Array[]>;

export interface OpenDataset {
  manifest: Manifest;
  /** Reads a split into shared memory. */
  split(name: Split): Promise<SplitData>;
}

/** The datasets in `<data folder>/datasets/`, each in a folder of its own: manifest.json and the packed splits. */
export class DatasetStore {
  protected readonly folder: string;
  private swept: Promise<void> | undefined;

  /** @param readPictures of datasets that left them where they are; left out, the calling process decodes them. */
  constructor(
    dataFolder: string,
    private readonly readPictures?: ReadPictures,
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
      throw new UserError(message('store.ambiguous', { name: idOrName, ids }));
    }
    if (named) return named;
    throw new UserError(
      manifests.length > 0
        ? message('store.unknown', { name: idOrName, ids: manifests.map(({ id }) => id) })
        : message('store.none', { name: idOrName }),
    );
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
    return readSamples(this.reading(manifest), perClass);
  }

  /** Those pictures of a split that `choose` picks by their class numbers, under the names of their classes. */
  async pictures(id: string, split: Split, choose: (labels: Int32Array) => number[]): Promise<Picture[]> {
    const manifest = await this.read(id);
    return readChosen(this.reading(manifest), split, choose);
  }

  /**
   * Pictures of the training split and what an augmentation makes of them.
   * @throws UserError where there is no such dataset, or its files cannot be read.
   */
  async variations(id: string, options: VariationOptions): Promise<Variations[]> {
    const manifest = await this.read(id);
    return readVariations(this.reading(manifest), options);
  }

  /** Pixels of pictures of a split as training sees them, decoded by this process where they were left in place. */
  async pixels(id: string, split: Split, indices: readonly number[]): Promise<Uint8Array[]> {
    const manifest = await this.read(id);
    return readPixels(join(this.folder, manifest.id), manifest, split, indices);
  }

  async open(id: string): Promise<OpenDataset> {
    const manifest = await this.read(id);
    const folder = join(this.folder, manifest.id);
    return { manifest, split: (name) => readSplit(folder, manifest, name) };
  }

  private reading(manifest: Manifest): DatasetReading {
    const folder = join(this.folder, manifest.id);
    const { readPictures } = this;
    const pixels: DatasetReading['pixels'] =
      manifest.storage === 'in-place' && readPictures
        ? (split, indices) => readPictures(manifest.id, split, indices)
        : (split, indices) => readPixels(folder, manifest, split, indices);
    return { manifest, folder, pixels };
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

  /** Removes what imports that were ended by force left behind; once, before anything is listed. */
  protected sweep(): Promise<void> {
    this.swept ??= sweepTemporaryFolders(this.folder);
    return this.swept;
  }
}
