import { makeTestFolder } from '../testing';
import { listDropped } from './list-dropped';
import { locate, type Listing } from './listing';
import { openLocation } from './read-location';
import { TextDecoding } from './text-decoding';

/** What a file, folder or archive holds, listed as an import does. */
export const listForTest = (path: string): Promise<Listing> =>
  listDropped([path], {
    signal: undefined,
    temporary: makeTestFolder,
    found: () => undefined,
    decoding: new TextDecoding(),
  });

/** The text of each listed file. */
export async function contentsOf({ files }: Listing): Promise<Record<string, string>> {
  const read: Record<string, string> = {};
  for (const file of files) {
    const chunks: Buffer[] = [];
    // Of what is empty there is nothing to open in an archive.
    if (file.part?.length !== 0) {
      const stream = await openLocation(locate(file));
      for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
    }
    read[file.path] = Buffer.concat(chunks).toString();
  }
  return read;
}
