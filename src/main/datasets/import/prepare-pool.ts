import { join } from 'node:path';
import type { Shape } from '../../../shared/network/layer';
import type { ImportOptions } from '../../../shared/contract/import';
import { UserError } from '../../../shared/errors';
import { message } from '../../../shared/words/message';
import type { DecoderPool } from '../pictures/decoder-pool';
import { encodedPool } from './encoded-pool';
import type { GatheredSource } from './gather-source';
import { rawPool, type PicturePool } from './picture-pool';
import { withChannels } from './pool-channels';
import type { ReadOptions } from '../readers/reader';
import { staysInPlace } from './storage-choice';
import { survey } from './survey';

const mostNamed = 3;

/** Reads every picture of a source and fits it to one size. @returns the pool, and the classes that have pictures. */
export async function preparePool(
  source: GatheredSource,
  { size, keep, channels: wanted }: ImportOptions,
  decoders: DecoderPool,
  temporary: () => Promise<string>,
  options: ReadOptions,
): Promise<{ pool: PicturePool; classNames: string[] }> {
  const { pictures } = source;
  let pool: PicturePool;
  if (pictures.kind === 'raw') {
    pool = await rawPool(pictures, options);
    pool.labels.forEach((label, index) => (pool.labels[index] = source.newLabels[label] as number));
    if (wanted !== undefined) pool = withChannels(pool, wanted);
  } else {
    const { channels: surveyed, proposal } = await survey(pictures.items, decoders, options.signal);
    const { height, width } = size === undefined ? proposal : { height: size, width: size };
    const shape: Shape = [height, width, wanted ?? surveyed];
    const folder = await temporary();
    const inPlace = await staysInPlace(keep, pictures.items, shape, folder);
    pool = await encodedPool(pictures.items, shape, decoders, folder, inPlace, options);
    if (wanted === undefined) tellLostColour(pool, source.listing.place, options);
  }
  try {
    return { pool, classNames: dropEmptyClasses(pool, source, options) };
  } catch (thrown) {
    await pool.close();
    throw thrown;
  }
}

/** A sample decides whether pictures are kept in grey; all of them are looked at while they are decoded. */
function tellLostColour({ shape, labels, coloured = 0 }: PicturePool, place: string, { problems }: ReadOptions): void {
  if (shape[2] !== 1 || coloured === 0) return;
  const total = labels.reduce((count, label) => count + (label < 0 ? 0 : 1), 0);
  problems.add('loses-colour', place, message('problems.losesColour', { count: coloured, total }));
}

/** @throws UserError where fewer than two classes have pictures that can be read. */
function dropEmptyClasses(
  pool: PicturePool,
  { classNames, listing }: GatheredSource,
  { problems }: ReadOptions,
): string[] {
  const counts = new Int32Array(classNames.length);
  for (const label of pool.labels) if (label >= 0) (counts[label] as number)++;
  const kept = classNames.filter((_, label) => (counts[label] as number) > 0);
  if (kept.length < 2) {
    const reasons = problems.list.slice(0, mostNamed).map(({ words, message: sentence }) => words ?? sentence);
    const place = listing.place;
    const [only] = kept;
    throw new UserError(
      only === undefined
        ? message('imports.noUsableClass', { place, problems: reasons })
        : message('imports.oneUsableClass', { place, name: only, problems: reasons }),
    );
  }
  if (kept.length === classNames.length) return kept;
  const places = Int32Array.from(classNames, (name) => kept.indexOf(name));
  pool.labels.forEach((label, index) => (pool.labels[index] = label < 0 ? -1 : (places[label] as number)));
  for (const [label, name] of classNames.entries()) {
    if (counts[label] === 0) {
      problems.add('few-pictures', join(listing.place, name), message('problems.emptyClass', { name }));
    }
  }
  return kept;
}
