import type { ImportOptions } from '../../../shared/contract/import';
import { UserError } from '../../../shared/errors';
import { changeClasses } from './class-changes';
import { recognise } from '../readers/recognise';
import { columnOption, listColumns } from '../tables/column-choice';
import { namesOption } from '../readers/named-files';
import type { EncodedPictures, RawPictures, ReadOptions, SourceData } from '../readers/reader';
import type { Listing } from '../sources/listing';
import { TextDecoding } from '../sources/text-decoding';
import { message } from '../../../shared/words/message';

/** A source that was looked through, with its classes as they are wanted. */
export interface GatheredSource {
  listing: Listing;
  format: string;
  data: SourceData;
  /** After renaming, merging and leaving out. */
  classNames: string[];
  /** For each label of the source the new one; -1 where its class is left out. */
  newLabels: Int32Array;
  /** With the new labels already in the encoded ones, and without the pictures that are left out. */
  pictures: RawPictures | EncodedPictures;
}

/** Files between two reports, so that small sources show no stage of their own. */
const filesPerReport = 1000;

/** Looks through what was dropped and finds its pictures and classes; reads no picture that is in a file of its own. */
export async function gatherSource(
  paths: readonly string[],
  choices: Pick<ImportOptions, 'rename' | 'leaveOut' | 'encoding' | 'columns' | 'validationFold'>,
  { report, signal }: Pick<ReadOptions, 'report' | 'signal'>,
  temporary: () => Promise<string>,
): Promise<GatheredSource> {
  let files = 0;
  let reported = 0;
  const found = (more: number): void => {
    files += more;
    if (files - reported < filesPerReport) return;
    reported = files;
    report({ stage: 'Looking for pictures', done: files, total: 0 });
  };
  const decoding = new TextDecoding(choices.encoding);
  const { reader, listing } = await recognise(paths, { signal, temporary, found, decoding, report, choices });
  const data = await reader.read(listing, { report, signal, problems: listing.problems, choices });
  for (const { guessed, ...reading } of listing.decoding.readings) {
    listing.problems.note(guessed ? message('sources.guessedEncoding', reading) : message('sources.readAs', reading));
  }
  // There are no classes before it is known which column holds them.
  const { names, labels } = data.table?.asks
    ? { names: [], labels: new Int32Array(0) }
    : changeClasses(data.classNames, choices);
  return {
    listing,
    format: reader.name,
    data,
    classNames: names,
    newLabels: labels,
    pictures: data.pictures.kind === 'raw' ? data.pictures : relabel(data.pictures, labels),
  };
}

function relabel({ items }: EncodedPictures, labels: Int32Array): EncodedPictures {
  const kept = items.filter((item) => {
    item.label = labels[item.label] as number;
    return item.label >= 0;
  });
  return { kind: 'encoded', items: kept };
}

/** @throws UserError where something is to be asked first: which column, or whether names of files say the classes. */
export function checkAgreement(
  { listing, data, classNames }: GatheredSource,
  { classesFromNames }: ImportOptions,
): void {
  if (data.table?.asks) {
    const { asks, columns } = data.table;
    const words = message(`readers.whichColumn.${asks}`, { place: listing.place, columns: listColumns(columns) });
    throw new UserError(words, { option: columnOption(asks) });
  }
  if (!data.classesFromNames || classesFromNames) return;
  const shown = classNames.slice(0, 10).join(', ');
  throw new UserError(
    message('imports.sideBySide', {
      place: listing.place,
      count: classNames.length,
      classes: `${shown}${classNames.length > 10 ? ', ...' : ''}`,
    }),
    { option: namesOption },
  );
}
