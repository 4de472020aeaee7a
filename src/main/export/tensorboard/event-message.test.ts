import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { crc32c } from './crc32c';
import { encodeEvent } from './event-message';

describe('crc32c', () => {
  // RFC 3720, appendix B.4.
  it.each([
    ['zeros', new Uint8Array(32), 0x8a9136aa],
    ['ones', new Uint8Array(32).fill(0xff), 0x62a8ab43],
    ['rising', Uint8Array.from({ length: 32 }, (_, index) => index), 0x46dd794e],
  ])('has the published checksum of %s', (_, bytes, expected) => {
    expect(crc32c(bytes)).toBe(expected);
  });
});

describe('encodeEvent', () => {
  it('writes the same bytes as TensorBoard', async () => {
    const scalars = [
      { tag: 'train/loss', value: 2.25 },
      { tag: 'train/top1_error', value: 0 },
      { tag: 'responses/layer1.0.conv1', value: -1e-8 },
    ];
    const nodes = [
      { name: 'input', op: 'Placeholder', input: [], shape: [-1, 8, 8, 1] },
      { name: 'layer1/0/conv1', op: 'Conv2D', input: ['input'], shape: [-1, 8, 8, 16] },
    ];
    const records = [
      encodeEvent(1700000000.25, { kind: 'version' }),
      encodeEvent(1700000001.5, { kind: 'start', step: 7 }),
      encodeEvent(1700000002, { kind: 'graph', nodes }),
      encodeEvent(1700000003, { kind: 'scalars', step: 64_000, scalars }),
      encodeEvent(1700000004, { kind: 'scalars', step: 2 ** 40, scalars }),
    ];
    const fixture = await readFile(join(import.meta.dirname, 'fixtures', 'events-by-tensorboard.tfevents'));
    expect(Buffer.concat(records).equals(fixture)).toBe(true);
  });
});
