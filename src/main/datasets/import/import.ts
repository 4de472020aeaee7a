import { open, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { ImportProgress, Manifest } from '../../../shared/contract/dataset';
import type { ImportOptions } from '../../../shared/contract/import';
import { stopIfCancelled } from '../cancellation';
import type { DecoderPool } from '../pictures/decoder-pool';
import { countBySplit, tellClasses, tellMissingFromSplits } from './class-problems';
import { differenceFrom, isFrom, readEarlierImport, type EarlierImport } from './earlier-import';
import { errorCode, withPath } from '../../files/file-errors';
import { findProblems } from './find-problems';
import { checkAgreement, gatherSource } from './gather-source';
import { listPictures } from './list-pictures';
import { pack } from './pack';
import { preparePool } from './prepare-pool';
import { assignSplits, indicesOfSplits } from './split';
import { makeTemporaryFolder, moveAside, removeTemporaryFolder } from '../../files/temporary-folders';

export interface ImportTask {
  /** Of all datasets. */
  folder: string;
  /** What is in it. */
  list: () => Promise<Manifest[]>;
  paths: readonly string[];
  choices: ImportOptions;
  /** What to call the dataset; by default as its folder, or by its known name. */
  name?: string | undefined;
  /** A dataset whose content is replaced by what is imported; it keeps its id and name. */
  replaces?: Manifest | undefined;
  report: (progress: ImportProgress) => void;
  signal: AbortSignal | undefined;
  decoders: DecoderPool;
}

/**
 * Reads what was dropped, packs it into a temporary folder and renames that into place at the very end, so that
 * no failure leaves half a dataset.
 */
export async function importDataset(task: ImportTask): Promise<Manifest> {
  const { folder, signal } = task;
  stopIfCancelled(signal);
  const temporary = await withPath(folder, () => makeTemporaryFolder(folder));
  const work = await withPath(folder, () => makeTemporaryFolder(folder));
  try {
    return await importInto(temporary, work, task);
  } finally {
    await removeTemporaryFolder(work);
    await removeTemporaryFolder(temporary);
  }
}

/** @param temporary becomes the dataset. @param work holds what is needed on the way. */
async function importInto(temporary: string, work: string, task: ImportTask): Promise<Manifest> {
  const { folder, list, paths, choices, report, signal, replaces } = task;
  const source = await gatherSource(paths, choices, task, () => Promise.resolve(work));
  checkAgreement(source, choices);
  const { place, problems } = source.listing;
  const options = { report, signal, problems };
  const { pool, classNames } = await preparePool(source, choices, task.decoders, () => Promise.resolve(work), options);
  try {
    findProblems(pool, classNames, problems);
    tellClasses(countBySplit(classNames, pool.labels, pool.splits), place, problems);
    const sources = paths.map((path) => resolve(path));
    const before = replaces ?? (await list()).find((manifest) => isFrom(manifest, sources));
    const earlier = before && (await readEarlierImport(folder, before));
    const assigned = assignSplits(
      pool,
      choices,
      earlier && hasSameSplits(earlier, choices) ? earlier.splits : undefined,
    );
    tellMissingFromSplits(countBySplit(classNames, pool.labels, assigned), place, problems);
    const write = pool.sourceStatistics ? listPictures : pack;
    const packed = await write(pool, classNames, indicesOfSplits(assigned, pool.labels, place), temporary, options);
    const find = async (): Promise<Manifest | undefined> =>
      (await list()).find(({ contentHash }) => contentHash === packed.contentHash);
    const existing = await find();
    if (existing) return existing;

    const title = task.name?.trim() || replaces?.name || source.data.name;
    const manifest: Manifest = {
      version: 1,
      id: replaces?.id ?? `${slug(title)}-${packed.contentHash.slice(0, 8)}`,
      name: title,
      format: source.format,
      source: place,
      importedAt: new Date().toISOString(),
      contentHash: packed.contentHash,
      shape: pool.shape,
      classes: packed.classes,
      mirrorKeepsClass: mirrorKeepsClass(classNames),
      normalization: packed.normalization,
      ...(packed.storage && { storage: packed.storage }),
      problems: problems.list,
      problemCounts: problems.counts,
      ...(problems.notes.length > 0 && { notes: problems.notes }),
      sources,
      options: choices,
      ...(earlier && { difference: differenceFrom(earlier, pool, classNames) }),
    };
    await writeManifest(temporary, manifest);
    stopIfCancelled(signal);
    const target = join(folder, manifest.id);
    // Moved aside into a folder that is removed anyway, so that no reader ever sees half of both.
    if (replaces) await moveAside(folder, manifest.id, work);
    return await settle(temporary, target, manifest, find);
  } finally {
    await pool.close();
  }
}

function hasSameSplits({ manifest: { options } }: EarlierImport, choices: ImportOptions): boolean {
  return (
    options?.validationShare === choices.validationShare &&
    options.testShare === choices.testShare &&
    options.validationFold === choices.validationFold &&
    options.columns.split === choices.columns.split &&
    options.splitSeed === choices.splitSeed
  );
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
