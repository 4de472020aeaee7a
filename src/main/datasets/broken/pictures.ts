import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pictureOf } from '../pictures/testing-pictures';
import { randomBytes } from '../testing';
import { broken, type BrokenInput } from './input';

const sound = (name: string): Buffer => readFileSync(join(__dirname, '../fixtures', name));
const cut = (name: string, share: number): Buffer => sound(name).subarray(0, Math.floor(sound(name).length * share));

/** The start of a PNG file that claims a size. */
function pngOf(width: number, height: number): Buffer {
  const header = Buffer.from('89504e470d0a1a0a0000000d4948445200000000000000000802000000', 'hex');
  header.writeUInt32BE(width, 16);
  header.writeUInt32BE(height, 20);
  return header;
}

function withByte(bytes: Buffer, at: number): Buffer {
  bytes.writeUInt8(bytes.readUInt8(at) ^ 0xff, at);
  return bytes;
}

/** The only picture of a class, which is then without any. */
const pictures: [string, string, Buffer | string, string][] = [
  ['an empty file', 'one.jpg', '', 'is empty. Copy it from its source again'],
  ['a text named .jpg', 'one.jpg', 'I am no picture.', 'is not a picture but a text file. Expected JPEG, PNG'],
  ['a page named .png', 'one.png', '<!doctype html><p>404</p>', 'is not a picture but a text file'],
  ['a drawing', 'one.png', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', 'is not a picture'],
  ['noise', 'one.png', Buffer.from(randomBytes(4000, 1)), 'is not a picture but of another kind, or damaged'],
  ['a PNG that is cut off', 'one.png', cut('rgb.png', 0.6), 'the end of the PNG picture is missing'],
  ['a PNG of its signature alone', 'one.png', sound('rgb.png').subarray(0, 8), 'the end of the PNG picture is missing'],
  ['a PNG with a wrong byte', 'one.png', withByte(pictureOf(3), 60), 'a checksum in it is wrong'],
  ['a PNG of no pixels', 'one.png', pngOf(0, 5), 'it says that it has no pixels'],
  ['a PNG that is a bomb', 'one.png', pngOf(60_000, 60_000), 'more than 100 megapixels'],
  ['a JPEG that is cut off', 'one.jpg', cut('colour.jpg', 0.6), 'the end of the JPEG picture is missing'],
  [
    'a JPEG of its header alone',
    'one.jpg',
    sound('colour.jpg').subarray(0, 12),
    'the end of the JPEG picture is missing',
  ],
  [
    'a progressive JPEG that is cut off',
    'one.jpg',
    cut('progressive.jpg', 0.9),
    'the end of the JPEG picture is missing',
  ],
  ['a WebP that is cut off', 'one.webp', cut('colour.webp', 0.5), 'the end of the WebP picture is missing'],
  ['a GIF that is cut off', 'one.gif', cut('colour.gif', 0.5), 'the end of the GIF picture is missing'],
  ['a BMP that is cut off', 'one.bmp', cut('colour.bmp', 0.5), 'the end of the BMP picture is missing'],
  ['a BMP of its signature alone', 'one.bmp', 'BM', 'is not a picture but a text file'],
  ['an AVIF that is cut off', 'one.avif', cut('colour.avif', 0.6), 'is damaged: it cannot be decoded'],
  ['a TIFF that is cut off', 'one.tif', cut('plain.tif', 0.5), 'is damaged: it cannot be decoded'],
];

export const brokenPictures: readonly BrokenInput[] = pictures.map(([name, file, content, message]) =>
  broken('picture', name, {
    files: { 'dog/1.png': pictureOf(1), [`cat/${file}`]: content },
    named: `cat/${file}`,
    message,
  }),
);
