import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { UserError } from '../../shared/errors';
import { writeDurably } from './durable-file';

/** A float32 tensor in row-major order. */
export interface Tensor {
  readonly name: string;
  readonly shape: number[];
  readonly data: Float32Array;
}

export interface TensorFile {
  readonly metadata: Record<string, string>;
  readonly tensors: Tensor[];
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

function parseHeader(bytes: Buffer): { header: z.infer<typeof headerSchema>; dataStart: number } {
  if (bytes.length < lengthBytes) throw new UserError('it is too short');
  const length = Number(bytes.readBigUInt64LE());
  if (length > mostHeaderBytes) throw new UserError('its first 8 bytes are not the length of a header');
  if (lengthBytes + length > bytes.length) throw new UserError('its header is cut off');
  let json: unknown;
  try {
    json = JSON.parse(bytes.toString('utf8', lengthBytes, lengthBytes + length));
  } catch {
    throw new UserError('its header is not JSON');
  }
  const header = headerSchema.safeParse(json);
  if (!header.success) throw new UserError(`its header has a wrong entry ${header.error.issues[0]?.path.join('.')}`);
  return { header: header.data, dataStart: lengthBytes + length };
}

/**
 * The tensors of a safetensors file. All bytes after the header belong to exactly one tensor.
 * @throws UserError that says what is wrong with the bytes.
 */
export function decodeTensors(bytes: Buffer): TensorFile {
  const { header, dataStart } = parseHeader(bytes);
  const { [metadataName]: metadata = {}, ...entries } = header;
  let end = 0;
  const byOffset = Object.entries(entries).sort(
    ([, { data_offsets: a }], [, { data_offsets: b }]) => a[0] - b[0] || a[1] - b[1],
  );
  const tensors = byOffset.map(
    ([
      name,
      {
        dtype,
        shape,
        data_offsets: [from, to],
      },
    ]) => {
      if (dtype !== 'F32') throw new UserError(`tensor ${name} has type ${dtype}; only F32 is read`);
      if (from !== end) throw new UserError(`the data of tensor ${name} overlaps another's or leaves a gap`);
      if (to - from !== 4 * elements(shape))
        throw new UserError(`tensor ${name} has ${to - from} bytes for shape [${shape}]`);
      if (dataStart + to > bytes.length) throw new UserError(`the data of tensor ${name} is cut off`);
      end = to;
      const data = new Float32Array(elements(shape));
      new Uint8Array(data.buffer).set(bytes.subarray(dataStart + from, dataStart + to));
      return { name, shape, data };
    },
  );
  if (dataStart + end !== bytes.length) throw new UserError('there are bytes after its last tensor');
  return { metadata, tensors };
}

/** Writes a safetensors file durably: the old one stays until the new one is whole. */
export async function writeTensors(path: string, file: TensorFile): Promise<void> {
  await writeDurably(path, encodeTensors(file));
}

/** @throws UserError that names the file where it cannot be read or is damaged. */
export async function readTensors(path: string): Promise<TensorFile> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? error;
    throw new UserError(`${path} cannot be read (${code === 'ENOENT' ? 'no such file' : code}).`);
  }
  try {
    return decodeTensors(bytes);
  } catch (error) {
    if (error instanceof UserError) throw new UserError(`${path} is not a whole safetensors file: ${error.message}.`);
    throw error;
  }
}
