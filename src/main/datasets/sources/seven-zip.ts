import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import sevenZip from '7z-wasm';
import wasmPath from '7z-wasm/7zz.wasm?file';

/** What is in an archive, in its order; links and folders too. */
export interface PackedEntry {
  name: string;
  bytes: number;
  kind: 'file' | 'folder' | 'link';
  encrypted: boolean;
}

const folderInside = '/archive';
const bytesPerReport = 2 ** 22;

/** How 7-Zip writes to a stream; it would hand on one byte at a time. */
interface Streams {
  streams: { stream_ops: { write: (stream: unknown, from: Uint8Array, offset: number, length: number) => number } }[];
}

/**
 * Runs 7-Zip, compiled to WebAssembly, on an archive. It sees the folder of the archive alone, and writes to no file.
 * @returns what it says of what is wrong; empty where nothing is.
 */
async function run(words: readonly string[], archive: string, take: (bytes: Uint8Array) => void): Promise<string> {
  let wrong = '';
  let code = 0;
  const running = await sevenZip({
    wasmBinary: Uint8Array.from(readFileSync(wasmPath)).buffer,
    stdin: () => null as unknown as number,
    stderr: (character) => (wrong += String.fromCharCode(character)),
    quit: (exitCode) => (code = exitCode),
  });
  running.FS.mkdir(folderInside);
  running.FS.mount(running.NODEFS, { root: dirname(archive) }, folderInside);
  const [, output] = (running.FS as unknown as Streams).streams;
  if (!output) throw new Error('7-Zip has no output.');
  output.stream_ops = {
    ...output.stream_ops,
    write: (_, from, offset, length) => {
      take(from.subarray(offset, offset + length));
      return length;
    },
  };
  // Without a password that it would ask for, and without taking a name for a pattern.
  // By its types it returns nothing.
  const ended: unknown = running.callMain([
    ...words,
    '-p',
    '-spd',
    '-sccUTF-8',
    '-bd',
    `${folderInside}/${basename(archive)}`,
  ]);
  if (typeof ended === 'number') code ||= ended;
  return code === 0 ? '' : plain(wrong) || `7-Zip ended with ${code}.`;
}

/** @throws Error with what 7-Zip says of an archive that it cannot read. */
export async function listPacked(archive: string): Promise<PackedEntry[]> {
  const chunks: Buffer[] = [];
  const wrong = await run(['l', '-slt', '-ba'], archive, (bytes) => chunks.push(Buffer.from(bytes)));
  if (wrong !== '') throw new Error(wrong);
  const text = Buffer.concat(chunks).toString('utf8');
  return text.split(/\r?\n\r?\n/).flatMap((block) => {
    const fields = new Map(block.split(/\r?\n/).map((line) => line.split(/ = (.*)/s) as [string, string]));
    const attributes = fields.get('Attributes') ?? '';
    const name = [...fields].find(([key]) => key.endsWith('Path'))?.[1];
    if (name === undefined) return [];
    const isLink = /(^| )l[rwxsStT-]{9}/.test(attributes) || (fields.get('Symbolic Link') ?? '') !== '';
    const isFolder = fields.get('Folder') === '+' || attributes.startsWith('D');
    return {
      name,
      bytes: Number(fields.get('Size') ?? '') || 0,
      kind: isLink ? ('link' as const) : isFolder ? ('folder' as const) : ('file' as const),
      encrypted: fields.get('Encrypted') === '+',
    };
  });
}

/**
 * Writes the contents of all files of an archive into one new file, one after another in the archive's order.
 * @param report is called with the bytes that came since. @throws Error with what 7-Zip says, where one is damaged.
 */
export async function unpackInto(target: string, archive: string, report: (bytes: number) => void): Promise<void> {
  const file = openSync(target, 'wx');
  let unreported = 0;
  try {
    const wrong = await run(['x', '-so'], archive, (bytes) => {
      for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
      unreported += bytes.length;
      if (unreported < bytesPerReport) return;
      report(unreported);
      unreported = 0;
    });
    report(unreported);
    if (wrong !== '') throw new Error(wrong);
  } finally {
    closeSync(file);
  }
}

/** The lines that say what is wrong, in one. */
function plain(wrong: string): string {
  const lines = wrong.split(/\r?\n/).map((line) => line.trim().replaceAll(`${folderInside}/`, ''));
  return [...new Set(lines.filter((line) => line !== ''))].join(' ');
}
