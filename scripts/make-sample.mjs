/**
 * Makes resources/sample/fashion-mnist/ from the files of Debian's package dataset-fashion-mnist:
 *
 *     node scripts/make-sample.mjs /usr/share/datasets/fashion-mnist
 *
 * It takes the first pictures of each class in their stored order, so that the same files give the same sample.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';

const perClass = { train: 600, t10k: 100 };
const imagesHeader = 16;
const labelsHeader = 8;

const [source] = process.argv.slice(2);
if (!source) {
  console.error('Name the folder of the package: node scripts/make-sample.mjs /usr/share/datasets/fashion-mnist');
  process.exit(2);
}
const target = fileURLToPath(new URL('../resources/sample/fashion-mnist', import.meta.url));
mkdirSync(target, { recursive: true });
for (const [split, count] of Object.entries(perClass)) writeSubset(split, count);

function writeSubset(split, count) {
  const images = read(`${split}-images-idx3-ubyte.gz`);
  const labels = read(`${split}-labels-idx1-ubyte.gz`);
  const pictureBytes = images.readUInt32BE(8) * images.readUInt32BE(12);
  const taken = new Array(10).fill(0);
  const indices = [...labels.subarray(labelsHeader).entries()]
    .filter(([, label]) => taken[label]++ < count)
    .map(([index]) => index);

  const pictures = indices.map((index) => {
    const start = imagesHeader + index * pictureBytes;
    return images.subarray(start, start + pictureBytes);
  });
  write(`${split}-images-idx3-ubyte.gz`, [withCount(images.subarray(0, imagesHeader), indices.length), ...pictures]);
  const answers = Buffer.from(indices.map((index) => labels[labelsHeader + index]));
  write(`${split}-labels-idx1-ubyte.gz`, [withCount(labels.subarray(0, labelsHeader), indices.length), answers]);
  console.log(`${split}: ${indices.length} pictures`);
}

function read(name) {
  return gunzipSync(readFileSync(join(source, name)));
}

function write(name, parts) {
  writeFileSync(join(target, name), gzipSync(Buffer.concat(parts), { level: 9 }));
}

function withCount(header, count) {
  const copy = Buffer.from(header);
  copy.writeUInt32BE(count, 4);
  return copy;
}
