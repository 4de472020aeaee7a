import { TextDecoding } from '../sources/text-decoding';
import { makeTestFolder } from '../testing';
import { recognise } from './recognise';
import type { SourceData } from './reader';
import type { Problem } from '../../../shared/contract/problem';

export type ReadSource = SourceData & { format: string; problems: Problem[] };

/** Recognises and reads what was dropped, with the problems that were named on the way. */
export async function readSource(paths: readonly string[], signal?: AbortSignal): Promise<ReadSource> {
  const { reader, listing } = await recognise(paths, {
    signal,
    temporary: makeTestFolder,
    found: () => undefined,
    decoding: new TextDecoding(),
  });
  const data = await reader.read(listing, { report: () => undefined, signal, problems: listing.problems });
  return { ...data, format: reader.name, problems: listing.problems.list };
}
