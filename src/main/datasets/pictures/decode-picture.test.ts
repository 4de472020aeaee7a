import { createCanvas } from '@napi-rs/canvas';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Shape } from '../../../shared/network/layer';
import { shapeSchema } from '../../../shared/contract/dataset';
import { UserError } from '../../../shared/errors';
import { decodeFile } from './decode-files';
import { DecoderPool } from './decoder-pool';
import expectedByPillow from '../fixtures/pictures.json';
import { PictureError } from './picture-error';
import { checkPicture } from './picture-file';
import { RandomStream } from '../batches/random';
import { resize } from './resize';
import { makeTestFolder, randomBytes } from '../testing';

const fixtures = join(__dirname, '..', 'fixtures');
const expected = z.record(z.string(), z.record(z.string(), z.array(z.number()))).parse(expectedByPillow);
const cases = Object.entries(expected).flatMap(([name, sizes]) =>
  Object.entries(sizes).map(([size, pixels]) => ({ name, size, pixels })),
);
const decoders = new DecoderPool(undefined);
const decodePicture = (path: string, shape: Shape) => decodeFile(path, shape, decoders);
let folder: string;

beforeAll(async () => {
  folder = await makeTestFolder();
});

function shapeOf(size: string): Shape {
  return shapeSchema.parse(size.split('x').map(Number));
}

/** Decoders of lossy formats may differ by a few grey levels; all else but rounding is exact. */
function toleranceOf(name: string): number {
  return /\.(jpg|avif)$/.test(name) ? 4 : 1;
}

describe('decodePicture', () => {
  it.each(cases)('reads $name at $size as Pillow does', async ({ name, size, pixels }) => {
    const decoded = await decodePicture(join(fixtures, name), shapeOf(size));
    expect(decoded.pixels).toHaveLength(pixels.length);
    const largest = Math.max(...pixels.map((value, at) => Math.abs(value - (decoded.pixels[at] ?? NaN))));
    expect(largest).toBeLessThanOrEqual(toleranceOf(name));
  });

  it('tells the format by content, and shows what the network sees', async () => {
    const path = join(folder, 'really-a-png.jpg');
    await copyFile(join(fixtures, 'grey.png'), path);
    const { pixels, picture } = await decodePicture(path, [4, 6, 1]);
    expect(picture).toMatchObject({ label: 'really-a-png.jpg', width: 6, height: 4 });
    expect([...picture.pixels]).toEqual([...pixels].flatMap((grey) => [grey, grey, grey, 255]));
  });

  it.each([
    [1024, 768],
    [777, 1501],
    [2000, 90],
  ])('reduces a large picture of %i x %i as a plain resize would', async (width, height) => {
    const canvas = createCanvas(width, height);
    const context = canvas.getContext('2d');
    const random = new RandomStream(width);
    for (let count = 0; count < 3000; count++) {
      context.fillStyle = `rgb(${random.below(256)}, ${random.below(256)}, ${random.below(256)})`;
      context.fillRect(random.below(width), random.below(height), random.below(60), random.below(60));
    }
    const path = join(folder, 'large.png');
    await writeFile(path, canvas.toBuffer('image/png'));
    const drawn = new Uint8Array(context.getImageData(0, 0, width, height).data);
    const opaque = Uint8Array.from(drawn, (value, at) =>
      at % 4 === 3 ? 255 : Math.round((value * (drawn[at | 3] ?? 0)) / 255),
    );
    const plain = resize({ pixels: opaque, width, height, channels: 4 }, 16, 12, 4).filter((_, at) => at % 4 < 3);
    const { pixels } = await decodePicture(path, [12, 16, 3]);
    const differences = [...plain].map((value, at) => Math.abs(value - (pixels[at] ?? NaN)));
    expect(Math.max(...differences)).toBeLessThanOrEqual(5);
    expect(differences.reduce((sum, value) => sum + value, 0) / plain.length).toBeLessThan(1.5);
  });

  it('keeps a picture of the right size as it is', async () => {
    const { pixels } = await decodePicture(join(fixtures, 'single-pixel.png'), [1, 1, 3]);
    expect([...pixels]).toEqual([10, 200, 30]);
  });

  it('weighs the thumbnail of a photograph as part of it, not as its end', async () => {
    const photo = await readFile(join(fixtures, 'colour.jpg'));
    const thumbnail = await readFile(join(fixtures, 'grey.jpg'));
    const header = Buffer.from([0xff, 0xe1, 0, 0]);
    header.writeUInt16BE(thumbnail.length + 2, 2);
    const whole = Buffer.concat([photo.subarray(0, 2), header, thumbnail, photo.subarray(2)]);
    const path = join(folder, 'thumbnail.jpg');
    await writeFile(path, whole);
    expect((await decodePicture(path, [8, 8, 3])).pixels).toEqual(
      (await decodePicture(join(fixtures, 'colour.jpg'), [8, 8, 3])).pixels,
    );
    await writeFile(path, whole.subarray(0, -40));
    await expect(decodePicture(path, [8, 8, 3])).rejects.toThrow('is cut off');
  });

  it.each(['rgb.png', 'colour.jpg', 'progressive.jpg', 'colour.webp', 'colour.gif', 'colour.bmp', 'colour.avif'])(
    'refuses %s wherever it is cut off',
    async (name) => {
      const whole = await readFile(join(fixtures, name));
      for (const share of [0.999, 0.9, 0.6, 0.3, 0.05]) {
        const path = join(folder, `cut-${name}`);
        await writeFile(path, whole.subarray(0, Math.floor(whole.length * share)));
        const failure = await decodePicture(path, [8, 8, 3]).catch((thrown: unknown) => thrown);
        expect(failure).toBeInstanceOf(UserError);
        expect(String(failure)).toContain(path);
      }
    },
  );

  it.each([
    ['text.png', Buffer.from('not a picture at all\n'), 'is not a picture but a text file'],
    ['empty.jpg', Buffer.alloc(0), 'is empty'],
    [
      'drawing.svg',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
      'Expected JPEG, PNG',
    ],
    ['noise.png', Buffer.from(randomBytes(4000, 1)), 'is not a picture but of another kind'],
    ['bomb.png', pngHeader(60_000, 60_000), 'more than 100 megapixels'],
    ['flat.png', pngHeader(0, 5), 'no pixels'],
  ])('refuses %s', async (name, content, message) => {
    const path = join(folder, name);
    await writeFile(path, content);
    const failure = await decodePicture(path, [8, 8, 1]).catch((thrown: unknown) => thrown);
    expect(failure).toBeInstanceOf(UserError);
    expect(String(failure)).toContain(path);
    expect(String(failure)).toContain(message);
  });

  it.each([
    'BM',
    'RIFF\xff\xff\xff\xffWEBP',
    '\x89PNG\r\n\x1a\n',
    '\xff\xd8\xff',
    'GIF89a',
    'II*\0',
    '\0\0\0\x20ftypavif',
    'P6\n',
  ])('takes no %j with a few bytes for a whole picture', (signature) => {
    for (let length = 0; length < 12; length++) {
      const bytes = Buffer.concat([Buffer.from(signature, 'latin1'), Buffer.alloc(length, 255)]);
      expect(() => checkPicture(bytes, 'few')).toThrow(PictureError);
    }
  });

  it('refuses a folder and a file that is not there', async () => {
    const path = join(folder, 'album.jpg');
    await mkdir(path);
    await expect(decodePicture(path, [8, 8, 1])).rejects.toThrow(`${path} is a folder`);
    await expect(decodePicture(join(folder, 'gone.png'), [8, 8, 1])).rejects.toThrow('There is no file');
  });

  it('neither crashes nor hangs on a damaged picture', async () => {
    const path = join(folder, 'damaged');
    for (const name of ['rgb.png', 'colour.jpg', 'colour.webp', 'colour.gif', 'colour.bmp', 'colour.avif']) {
      const whole = await readFile(join(fixtures, name));
      for (let seed = 0; seed < 25; seed++) {
        const damaged = Buffer.from(whole);
        randomBytes(12, seed).forEach((byte, at) => (damaged[((at + 1) * 7919 * (seed + 1)) % damaged.length] = byte));
        await writeFile(path, damaged);
        const result = await decodePicture(path, [8, 8, 3]).catch((thrown: unknown) => thrown);
        if (result instanceof Error) expect(result).toBeInstanceOf(UserError);
        else expect(result).toHaveProperty('pixels.length', 192);
      }
    }
  });
});

/** The start of a PNG file that claims a size. */
function pngHeader(width: number, height: number): Buffer {
  const header = Buffer.from('89504e470d0a1a0a0000000d4948445200000000000000000802000000', 'hex');
  header.writeUInt32BE(width, 16);
  header.writeUInt32BE(height, 20);
  return header;
}
