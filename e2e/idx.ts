import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** Writes an IDX file of unsigned bytes whose header says `dimensions`, whatever `data` holds. */
export function writeIdx(path: string, dimensions: number[], data: Uint8Array): void {
  const header = Buffer.alloc(4 + 4 * dimensions.length);
  header.writeUInt8(0x08, 2);
  header.writeUInt8(dimensions.length, 3);
  dimensions.forEach((dimension, axis) => header.writeUInt32BE(dimension, 4 + 4 * axis));
  writeFileSync(path, Buffer.concat([header, data]));
}

/** The elements of a gzip-compressed IDX file with their dimensions. */
export function readGzipIdx(path: string): { dimensions: number[]; data: Uint8Array } {
  const bytes = gunzipSync(readFileSync(path));
  const rank = bytes.readUInt8(3);
  const dimensions = Array.from({ length: rank }, (_, axis) => bytes.readUInt32BE(4 + 4 * axis));
  return { dimensions, data: bytes.subarray(4 + 4 * rank) };
}
