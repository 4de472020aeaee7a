import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../shared/errors';
import { makeTestFolder } from '../testing';
import { openLocation } from './read-location';

const text = Buffer.from(Array.from({ length: 2000 }, (_, index) => `pictures/${index}.jpg,${index % 7}\n`).join(''));

/** What is read of those packed bytes, piece by piece. */
async function readBack(packed: Buffer): Promise<string> {
  const file = join(await makeTestFolder(), 'labels.csv');
  await writeFile(file, packed);
  const part = { start: 0, packed: packed.length, length: text.length, deflated: true };
  const pieces: Buffer[] = [];
  for await (const piece of await openLocation({ name: 'labels.csv', file, part, zipped: false })) {
    pieces.push(piece as Buffer);
  }
  return Buffer.concat(pieces).toString();
}

describe('a file in an archive that is read piece by piece', () => {
  const packed = deflateRawSync(text);

  it('is unpacked', async () => {
    expect(await readBack(packed)).toBe(text.toString());
  });

  it.each([
    ['cut off', packed.subarray(0, packed.length / 2)],
    ['damaged', Buffer.concat([packed.subarray(0, 40), Buffer.alloc(40, 255), packed.subarray(80)])],
  ])('is named where it is %s', async (_how, bytes) => {
    const failure: unknown = await readBack(bytes).then(String, (thrown: unknown) => thrown);
    expect(failure).toBeInstanceOf(UserError);
    expect(String(failure)).toContain('labels.csv');
  });
});
