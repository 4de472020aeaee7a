import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UserError } from '../../../shared/errors';
import type { TensorFile } from './safetensors';
import { decodeTensors, encodeTensors, readTensors, writeTensors } from './safetensors';

const pythonFile = join(import.meta.dirname, 'fixtures', 'safetensors-by-python.safetensors');
const linear = Float32Array.from([-1, -0.6, -0.2, 0.2, 0.6, 1]);
const sameAsPython: TensorFile = {
  metadata: { variant: 'resnet20' },
  tensors: [
    { name: 'fc.weight', shape: [3, 2], data: linear },
    { name: 'fc.bias', shape: [3], data: Float32Array.from([-1.5, 0, 3.25e-8]) },
    { name: 'conv1.weight', shape: [2, 1, 2, 3], data: Float32Array.from({ length: 12 }, (_, index) => index / 8) },
  ],
};

/** A file with that header and so many bytes of data. */
function fileOf(header: unknown, dataBytes: number): Buffer {
  const json = Buffer.from(typeof header === 'string' ? header : JSON.stringify(header));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(json.length));
  return Buffer.concat([length, json, Buffer.alloc(dataBytes)]);
}
const tensor = (from: number, to: number, shape: number[], dtype = 'F32') => ({
  dtype,
  shape,
  data_offsets: [from, to],
});

describe('safetensors', () => {
  let folder = '';
  beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'safetensors-'))));
  afterEach(() => rm(folder, { recursive: true }));

  it('writes the same bytes as the reference implementation', async () => {
    expect(Buffer.concat(encodeTensors(sameAsPython))).toEqual(await readFile(pythonFile));
  });

  it('reads what the reference implementation wrote', async () => {
    const { metadata, tensors } = await readTensors(pythonFile);
    expect(metadata).toEqual({ variant: 'resnet20' });
    expect(tensors).toHaveLength(3);
    for (const expected of sameAsPython.tensors) {
      expect(tensors.find(({ name }) => name === expected.name)).toEqual(expected);
    }
  });

  it('keeps the old file and leaves nothing else where writing fails', async () => {
    const path = join(folder, 'last.safetensors');
    await writeTensors(path, sameAsPython);
    const twice = [...sameAsPython.tensors, ...sameAsPython.tensors];
    await expect(writeTensors(path, { metadata: {}, tensors: twice })).rejects.toThrow('two tensors');
    expect((await readTensors(path)).tensors).toHaveLength(3);
    expect(await readdir(folder)).toEqual(['last.safetensors']);
  });

  it('names a file that is missing, and one that is cut off', async () => {
    const path = join(folder, 'best.safetensors');
    await expect(readTensors(path)).rejects.toThrow(`${path} cannot be read (no such file)`);
    const whole = await readFile(pythonFile);
    for (const length of [0, 7, 8, 100, whole.length - 1]) {
      await writeFile(path, whole.subarray(0, length));
      await expect(readTensors(path)).rejects.toThrow(`${path} is not a whole safetensors file`);
    }
  });

  it.each([
    ['text', Buffer.from('this is not a file of weights'), 'first 8 bytes'],
    ['a header that is no JSON', fileOf('{"a":', 0), 'not JSON'],
    ['a header of another kind', fileOf({ a: [1, 2] }, 0), 'wrong entry a'],
    ['an overlong type', fileOf({ a: tensor(0, 1, [1], 'F'.repeat(9000)) }, 1), `type ${'F'.repeat(60)}…; only`],
    ['an overlong name', fileOf({ ['a'.repeat(9000)]: tensor(0, 8, [3]) }, 8), `tensor ${'a'.repeat(60)}… has`],
    ['another type', fileOf({ a: tensor(0, 1, [1], 'F8_E4M3') }, 1), 'tensor a has type F8_E4M3'],
    ['a shape that disagrees', fileOf({ a: tensor(0, 8, [3]) }, 8), '8 bytes for shape [3]'],
    ['data beyond the end', fileOf({ a: tensor(0, 8, [2]) }, 4), 'cut off'],
    ['overlapping data', fileOf({ a: tensor(0, 8, [2]), b: tensor(4, 12, [2]) }, 12), 'tensor b overlaps'],
    ['a gap', fileOf({ a: tensor(0, 4, [1]), b: tensor(8, 12, [1]) }, 12), 'tensor b overlaps'],
    ['bytes after the end', fileOf({ a: tensor(0, 4, [1]) }, 8), 'after its last tensor'],
    ['offsets that go backwards', fileOf({ a: tensor(4, 0, [1]) }, 8), 'tensor a'],
  ])('refuses %s', (_, bytes, message) => {
    expect(() => decodeTensors(bytes)).toThrow(UserError);
    expect(() => decodeTensors(bytes)).toThrow(message);
  });
});
