import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fitPicture } from '../pictures/decode-picture';
import { PictureError } from '../pictures/picture-error';
import { noise, spoilt } from './mutations';

const longestMillis = 10_000;
const bounded = { seed: 20_261_126, interruptAfterTimeLimit: 15_000, timeout: longestMillis };
const fixtures = join(__dirname, '../fixtures');
const names = readdirSync(fixtures).filter((name) => /\.(png|jpg|webp|gif|bmp|avif|tif)$/.test(name));
const [height, width, channels] = [8, 8, 3] as const;

async function decodesOrExplains(bytes: Buffer): Promise<void> {
  const result = await fitPicture(bytes, '/a/picture', [height, width, channels]).catch((thrown: unknown) => thrown);
  if (!(result instanceof Error)) {
    expect(result).toHaveProperty('pixels.length', height * width * channels);
    return;
  }
  expect(result).toBeInstanceOf(PictureError);
  expect(result.message).toContain('/a/picture');
}

describe('whatever the bytes are, a picture is decoded or explained', () => {
  it.each(names)('%s', async (name) => {
    const property = fc.asyncProperty(spoilt(readFileSync(join(fixtures, name))), decodesOrExplains);
    await fc.assert(property, { ...bounded, numRuns: 400 });
  });

  it('noise behind a signature', async () => {
    const signatures = ['\xff\xd8\xff\xe0', '\x89PNG\r\n\x1a\n', 'GIF89a', 'BM', 'RIFF\0\0\0\0WEBP', 'II*\0', 'MM\0*'];
    const signature = fc.constantFrom(...signatures).map((text) => Buffer.from(text, 'latin1'));
    const property = fc.asyncProperty(signature, noise, (start, rest) =>
      decodesOrExplains(Buffer.concat([start, rest])),
    );
    await fc.assert(property, { ...bounded, numRuns: 2000 });
  });
});
