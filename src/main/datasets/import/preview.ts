import { composed } from '../../../shared/composed';
import type { Shape } from '../../../shared/network/layer';
import type { Manifest, Picture, Split } from '../../../shared/contract/dataset';
import { trainingSizes, type ImportOptions } from '../../../shared/contract/import';
import type { Preview } from '../../../shared/contract/preview';
import type { DecoderPool } from '../pictures/decoder-pool';
import { tellClasses, tellMissingFromSplits } from './class-problems';
import { findProblems } from './find-problems';
import { gatherSource, type GatheredSource } from './gather-source';
import { toPicture } from '../pictures/decode-picture';
import { rawPool } from './picture-pool';
import { withChannels } from './pool-channels';
import type { EncodedPictures, RawPictures, ReadOptions } from '../readers/reader';
import { fullPath } from '../sources/listing';
import { sampleShape, survey, type SurveyedPicture } from './survey';

const mostSamples = 48;

type ByKind = Pick<Preview, 'classes' | 'channels' | 'storedShape' | 'proposal' | 'sizes' | 'samples'>;

/** Looks through what was dropped, and at a sample of its pictures; nothing is kept. */
export async function previewSource(
  paths: readonly string[],
  choices: ImportOptions,
  options: Pick<ReadOptions, 'report' | 'signal'>,
  decoders: DecoderPool,
  temporary: () => Promise<string>,
): Promise<Omit<Preview, 'existing'>> {
  const source = await gatherSource(paths, choices, options, temporary);
  const { listing, data, pictures } = source;
  const reading = { ...options, problems: listing.problems };
  const seen =
    pictures.kind === 'raw'
      ? await seeRaw(source, pictures, choices, reading)
      : await seeEncoded(source, pictures, choices, reading, decoders);
  tellClasses(seen.classes, listing.place, listing.problems);
  tellMissingFromSplits(seen.classes, listing.place, listing.problems);
  const count = seen.classes.reduce((sum, { train, validation, test }) => sum + train + validation + test, 0);
  return {
    format: source.format,
    name: data.name,
    place: listing.place,
    classesFromNames: data.classesFromNames,
    ...seen,
    pictures: count,
    sourceClasses: [...new Set(data.classNames.map(composed))],
    choices: trainingSizes.map((size) => ({
      size,
      bytes: count * size * size * seen.channels,
      work: (size / 32) ** 2,
    })),
    problems: listing.problems.list,
    problemCounts: listing.problems.counts,
    table: data.table ?? null,
    notes: listing.problems.notes,
    readings: listing.decoding.readings,
  };
}

async function seeRaw(
  source: GatheredSource,
  pictures: RawPictures,
  { channels: wanted }: ImportOptions,
  options: ReadOptions,
): Promise<ByKind> {
  const { parts } = pictures;
  const stored = await rawPool(pictures, options);
  const pool = wanted === undefined ? stored : withChannels(stored, wanted);
  const { shape } = pool;
  const classes = noCounts(source.classNames);
  pool.labels.forEach((label, index) => (pool.labels[index] = source.newLabels[label] as number));
  let at = 0;
  for (const { split, labels } of parts) {
    for (const end = at + labels.length; at < end; at++) count(classes, pool.labels[at] as number, split);
  }
  findProblems(pool, source.classNames, options.problems);
  const kept = Uint32Array.from(pool.labels.keys()).filter((index) => (pool.labels[index] as number) >= 0);
  const chosen = evenly(kept.length).map((place) => kept[place] as number);
  const pixels = await pool.gather(Uint32Array.from(chosen));
  const samples = chosen.map((index, place) => sample(source, pool.labels[index] as number, pixels, place, shape));
  return {
    classes,
    channels: shape[2],
    storedShape: shape,
    proposal: { height: shape[0], width: shape[1] },
    sizes: null,
    samples,
  };
}

async function seeEncoded(
  source: GatheredSource,
  { items }: EncodedPictures,
  { channels: wanted }: ImportOptions,
  { signal, problems }: ReadOptions,
  decoders: DecoderPool,
): Promise<ByKind> {
  const classes = noCounts(source.classNames);
  for (const { label, split } of items) count(classes, label, split);
  const { pictures, channels, proposal } = await survey(items, decoders, signal);
  for (const { item, result } of pictures) {
    if (result.ok) continue;
    problems.add(result.kind, fullPath(item.file), result.words);
    count(classes, item.label, item.split, -1);
  }
  const readable = pictures.filter(({ result }) => result.ok);
  const samples = evenly(readable.length).map((place) => {
    const { item, pixels } = readable[place] as SurveyedPicture;
    return sample(source, item.label, pixels, 0, sampleShape);
  });
  return { classes, channels: wanted ?? channels, storedShape: null, proposal, sizes: sizesOf(pictures), samples };
}

function noCounts(classNames: readonly string[]): Manifest['classes'] {
  return classNames.map((name) => ({ name, train: 0, validation: 0, test: 0 }));
}

function count(classes: Manifest['classes'], label: number, split: Split, by = 1): void {
  const counts = classes[label];
  if (counts) counts[split] += by;
}

/** At most `mostSamples` places from 0 to `length` - 1. */
function evenly(length: number): number[] {
  const wanted = Math.min(mostSamples, length);
  return Array.from({ length: wanted }, (_, place) => Math.floor((place * length) / wanted));
}

function sample(
  { classNames }: GatheredSource,
  label: number,
  pixels: Uint8Array,
  place: number,
  shape: Shape,
): Picture {
  const bytes = shape[0] * shape[1] * shape[2];
  return toPicture(classNames[label] ?? '', pixels.subarray(place * bytes, (place + 1) * bytes), shape);
}

function sizesOf(pictures: readonly SurveyedPicture[]): Preview['sizes'] {
  const readable = pictures.flatMap(({ result }) => (result.ok ? [result] : []));
  if (readable.length === 0) return null;
  const spread = (values: number[]): { least: number; median: number; most: number } => {
    values.sort((a, b) => a - b);
    return { least: values[0] ?? 0, median: values[Math.floor(values.length / 2)] ?? 0, most: values.at(-1) ?? 0 };
  };
  return {
    surveyed: readable.length,
    width: spread(readable.map(({ width }) => width)),
    height: spread(readable.map(({ height }) => height)),
    aspects: readable.map(({ width, height }) => Math.round((100 * width) / height) / 100).sort((a, b) => a - b),
  };
}
