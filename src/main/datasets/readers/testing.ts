import { TextDecoding } from '../sources/text-decoding';
import { makeTestFolder } from '../testing';
import { recognise } from './recognise';
import type { TextEncoding } from '../../../shared/contract/text-encoding';
import type { ReaderOptions, SourceData } from './reader';
import type { Note, Problem } from '../../../shared/contract/problem';

export type ReadSource = SourceData & { format: string; problems: Problem[]; notes: Note[] };

/** Recognises and reads what was dropped, with the problems that were named on the way. */
export async function readSource(
  paths: readonly string[],
  { signal, ...choices }: Partial<ReaderOptions['choices']> & { signal?: AbortSignal; encoding?: TextEncoding } = {},
): Promise<ReadSource> {
  const reading = { report: () => undefined, signal, choices: { columns: {}, ...choices } };
  const { reader, listing } = await recognise(paths, {
    ...reading,
    temporary: makeTestFolder,
    found: () => undefined,
    decoding: new TextDecoding(choices.encoding),
  });
  const data = await reader.read(listing, { ...reading, problems: listing.problems });
  return { ...data, format: reader.name, problems: listing.problems.list, notes: listing.problems.notes };
}

/** Pictures by split and class: { train: { cat: 2 } }. */
export function countsOf({ classNames, pictures }: ReadSource): Record<string, Record<string, number>> {
  const counts: Record<string, Record<string, number>> = {};
  if (pictures.kind === 'raw') throw new TypeError('Expected pictures in files.');
  for (const { label, split } of pictures.items) {
    const ofSplit = (counts[split] ??= {});
    const name = classNames[label] ?? '';
    ofSplit[name] = (ofSplit[name] ?? 0) + 1;
  }
  return counts;
}
