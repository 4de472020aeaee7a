import { type FileHandle, open, readFile } from 'node:fs/promises';
import { z } from 'zod';
import { UserError, wordsOf } from '../../../shared/errors';
import { areFinite } from '../../../shared/numbers/finite';
import { shown } from '../../../shared/recipe/limits';
import { message } from '../../../shared/words/message';
import { writeDurably } from '../../files/durable-file';
import type { NamedTensor } from '../state';
import { numberTypes, toFloats } from './number-types';

/** What a file says of itself before its data. */
export interface TensorHeader {
  readonly metadata: Record<string, string>;
  readonly tensors: readonly Omit<NamedTensor, 'data'>[];
}

export interface TensorFile {
  readonly metadata: Record<string, string>;
  readonly tensors: NamedTensor[];
}

const metadataName = '__metadata__';
const lengthBytes = 8;
/** The format's own limit. */
const mostHeaderBytes = 100_000_000;

const entrySchema = z.object({
  dtype: z.string(),
  shape: z.array(z.int().nonnegative()),
  data_offsets: z.tuple([z.int().nonnegative(), z.int().nonnegative()]),
});
const headerSchema = z.object({ [metadataName]: z.record(z.string(), z.string()).optional() }).catchall(entrySchema);

/** What a file calls something, as it stands in a sentence: a name may be of any length. */
const quoted = (name: string): string => shown(name) ?? '';

const elements = (shape: readonly number[]): number => shape.reduce((product, side) => product * side, 1);

/** The bytes of a safetensors file: the header's length, the header in JSON, padded to 8 bytes, the data in the order of the names. */
export function encodeTensors({ metadata, tensors }: TensorFile): Uint8Array[] {
  const sorted = [...tensors].sort((a, b) => (a.name < b.name ? -1 : 1));
  const header: Record<string, unknown> = { [metadataName]: metadata };
  let offset = 0;
  for (const { name, shape, data } of sorted) {
    if (elements(shape) !== data.length) throw new Error(`tensor ${name}: ${data.length} values for shape [${shape}]`);
    if (Object.hasOwn(header, name)) throw new Error(`two tensors are called ${name}`);
    header[name] = { dtype: 'F32', shape, data_offsets: [offset, offset + data.byteLength] };
    offset += data.byteLength;
  }
  const json = Buffer.from(JSON.stringify(header));
  const padded = Buffer.alloc(Math.ceil(json.length / 8) * 8, ' ');
  json.copy(padded);
  const length = Buffer.alloc(lengthBytes);
  length.writeBigUInt64LE(BigInt(padded.length));
  const data = sorted.map(
    (tensor) => new Uint8Array(tensor.data.buffer, tensor.data.byteOffset, tensor.data.byteLength),
  );
  return [length, padded, ...data];
}

type Entry = z.infer<typeof entrySchema> & { name: string };

interface Layout {
  readonly metadata: Record<string, string>;
  /** In the order of their data. */
  readonly entries: readonly Entry[];
  /** Where the data begins in the file. */
  readonly dataStart: number;
}

function parseHeader(bytes: Buffer): z.infer<typeof headerSchema> {
  let json: unknown;
  try {
    json = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new UserError(message('weights.headerNoJson'));
  }
  const header = headerSchema.safeParse(json);
  if (!header.success)
    throw new UserError(
      message('weights.headerEntry', { place: quoted(header.error.issues[0]?.path.join('.') ?? '') }),
    );
  return header.data;
}

/** @returns how many bytes the header has. */
function headerLength(start: Buffer, fileBytes: number): number {
  if (start.length < lengthBytes) throw new UserError(message('weights.tooShort'));
  const length = Number(start.readBigUInt64LE());
  if (length > mostHeaderBytes) throw new UserError(message('weights.noHeaderLength'));
  if (lengthBytes + length > fileBytes) throw new UserError(message('weights.headerCutOff'));
  return length;
}

/** Where each tensor's data lies. All bytes after the header belong to exactly one tensor. */
function layOut(header: Buffer, fileBytes: number): Layout {
  const { [metadataName]: metadata = {}, ...named } = parseHeader(header);
  const dataStart = lengthBytes + header.length;
  const entries = Object.entries(named)
    .map(([name, entry]): Entry => ({ name, ...entry }))
    .sort(({ data_offsets: a }, { data_offsets: b }) => a[0] - b[0] || a[1] - b[1]);
  let end = 0;
  for (const { name, dtype, shape, data_offsets: offsets } of entries) {
    const [from, to] = offsets;
    const type = numberTypes.get(dtype);
    const told = quoted(name);
    if (!type) {
      const known = [...numberTypes.keys()];
      throw new UserError(message('weights.otherType', { name: told, type: quoted(dtype), known }));
    }
    if (from !== end) throw new UserError(message('weights.overlap', { name: told }));
    if (to - from !== type.bytes * elements(shape))
      throw new UserError(
        message('weights.wrongBytes', { name: told, bytes: to - from, shape: quoted(shape.join(',')) }),
      );
    if (dataStart + to > fileBytes) throw new UserError(message('weights.dataCutOff', { name: told }));
    end = to;
  }
  if (dataStart + end !== fileBytes) throw new UserError(message('weights.bytesLeft'));
  return { metadata, entries, dataStart };
}

/**
 * The tensors of a safetensors file, whatever their type, as float32.
 * @throws UserError that says what is wrong with the bytes.
 */
export function decodeTensors(bytes: Buffer): TensorFile {
  const end = lengthBytes + headerLength(bytes, bytes.length);
  const { metadata, entries, dataStart } = layOut(bytes.subarray(lengthBytes, end), bytes.length);
  const tensors = entries.map(({ name, dtype, shape, data_offsets: [from, to] }) => {
    const type = numberTypes.get(dtype);
    if (!type) throw new Error(`type ${dtype} was not refused`);
    return { name, shape, data: toFloats(type, bytes.subarray(dataStart + from, dataStart + to)) };
  });
  return { metadata, tensors };
}

/** Writes a safetensors file durably: the old one stays until the new one is whole. */
export async function writeTensors(path: string, file: TensorFile): Promise<void> {
  await writeDurably(path, encodeTensors(file));
}

/** Reads a file by `read`, and names it where it cannot be read or is damaged. */
async function named<Result>(path: string, read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof UserError) throw new UserError(message('weights.notWhole', { path, reason: wordsOf(error) }));
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined) throw error;
    throw new UserError(
      code === 'ENOENT' ? message('weights.notFound', { path }) : message('weights.unreadable', { path, code }),
    );
  }
}

/** @throws UserError that names the file where it cannot be read or is damaged. */
export function readTensors(path: string): Promise<TensorFile> {
  return named(path, async () => decodeTensors(await readFile(path)));
}

/** Opens a file for what its header says of its data. */
function withLayout<Result>(
  path: string,
  use: (layout: Layout, handle: FileHandle) => Promise<Result>,
): Promise<Result> {
  return named(path, async () => {
    const handle = await open(path);
    try {
      const { size } = await handle.stat();
      const start = Buffer.alloc(Math.min(lengthBytes, size));
      await handle.read(start, 0, start.length, 0);
      const header = Buffer.alloc(headerLength(start, size));
      await handle.read(header, 0, header.length, lengthBytes);
      return await use(layOut(header, size), handle);
    } finally {
      await handle.close();
    }
  });
}

/**
 * The metadata and the shapes alone, without the data.
 * @throws UserError that names the file where it cannot be read or is damaged.
 */
export function readTensorHeader(path: string): Promise<TensorHeader> {
  return withLayout(path, ({ metadata, entries }) =>
    Promise.resolve({ metadata, tensors: entries.map(({ name, shape }) => ({ name, shape })) }),
  );
}

function assertFinite(path: string, name: string, numbers: Float32Array): void {
  if (!areFinite(numbers)) throw new UserError(message('weights.notFinite', { path, name: quoted(name) }));
}

/** @throws UserError that names the file and the tensor where a number is NaN or infinite: nothing good comes of such weights. */
export function assertFiniteTensors(path: string, tensors: readonly NamedTensor[]): void {
  for (const { name, data } of tensors) assertFinite(path, name, data);
}

/** Read at once; a multiple of the bytes of every type of number. */
const pieceBytes = 2 ** 20;

/** The same of a file of any size, in little memory. */
export async function assertFiniteFile(path: string): Promise<void> {
  const broken = await withLayout(path, async ({ entries, dataStart }, handle) => {
    const piece = Buffer.alloc(pieceBytes);
    for (const { name, dtype, data_offsets: offsets } of entries) {
      const type = numberTypes.get(dtype);
      for (let from = offsets[0]; type && from < offsets[1]; from += pieceBytes) {
        const length = Math.min(pieceBytes, offsets[1] - from);
        const { bytesRead } = await handle.read(piece, 0, length, dataStart + from);
        const numbers = toFloats(type, piece.subarray(0, bytesRead - (bytesRead % type.bytes)));
        if (!areFinite(numbers)) return { name, numbers };
      }
    }
    return null;
  });
  if (broken) assertFinite(path, broken.name, broken.numbers);
}
