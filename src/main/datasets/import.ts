import { open, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Manifest } from '../../shared/contract/dataset';
import { stopIfCancelled } from './cancellation';
import { errorCode, withPath } from './file-errors';
import { pack } from './pack';
import { recognise } from './readers/index';
import type { ImportOptions } from './store';
import { makeTemporaryFolder, removeTemporaryFolder } from './temporary-folders';

/**
 * Reads what was dropped, packs it into a temporary folder and renames that into place at the very end, so that
 * no failure leaves half a dataset.
 * @param folder that of all datasets. @param list what is in it.
 */
export async function importDataset(
  folder: string,
  list: () => Promise<Manifest[]>,
  paths: readonly string[],
  { name, onProgress = () => undefined, signal }: ImportOptions,
): Promise<Manifest> {
  stopIfCancelled(signal);
  const options = { report: onProgress, signal };
  const { reader, source } = await recognise(paths);
  const data = await reader.read(source, options);
  const temporary = await withPath(folder, () => makeTemporaryFolder(folder));
  try {
    const packed = await pack(data, temporary, options);
    const find = async (): Promise<Manifest | undefined> =>
      (await list()).find(({ contentHash }) => contentHash === packed.contentHash);
    const existing = await find();
    if (existing) return existing;

    const title = name?.trim() || data.name;
    const manifest: Manifest = {
      version: 1,
      id: `${slug(title)}-${packed.contentHash.slice(0, 8)}`,
      name: title,
      format: reader.name,
      source: source.folder,
      importedAt: new Date().toISOString(),
      contentHash: packed.contentHash,
      shape: data.shape,
      classes: packed.classes,
      mirrorKeepsClass: mirrorKeepsClass(data.classNames),
      normalization: packed.normalization,
      problems: data.problems,
    };
    await writeManifest(temporary, manifest);
    stopIfCancelled(signal);
    return await settle(temporary, join(folder, manifest.id), manifest, find);
  } finally {
    await removeTemporaryFolder(temporary);
  }
}

async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const path = join(folder, 'manifest.json');
  await withPath(path, async () => {
    await writeFile(path, `${JSON.stringify(manifest, null, 2)}\n`);
    await sync(path);
    await sync(folder);
  });
}

/** Moves a finished folder into place, unless another import of the same data was faster. */
async function settle(
  temporary: string,
  target: string,
  manifest: Manifest,
  find: () => Promise<Manifest | undefined>,
): Promise<Manifest> {
  try {
    await rename(temporary, target);
  } catch (thrown) {
    const existing = errorCode(thrown) === 'ENOTEMPTY' || errorCode(thrown) === 'EEXIST' ? await find() : undefined;
    if (!existing) throw thrown;
    return existing;
  }
  return manifest;
}

async function sync(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } catch (thrown) {
    // Windows cannot flush a folder.
    if (errorCode(thrown) !== 'EPERM') throw thrown;
  } finally {
    await file.close();
  }
}

/** "Fashion-MNIST (sample)" -> "fashion-mnist-sample" */
function slug(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  return (
    plain
      .replace(/^-+|-+$/g, '')
      .slice(0, 40)
      .replace(/-+$/, '') || 'dataset'
  );
}

/** False where each name is a number or a single character: digits and letters change when they are mirrored. */
function mirrorKeepsClass(classNames: readonly string[]): boolean {
  return !classNames.every((name) => /^(\d+|.)$/u.test(name));
}
