import AdmZip from 'adm-zip';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { extract } from 'tar-stream';
import { mutated } from './mutate.mjs';

const main = fileURLToPath(new URL('../../src/main/', import.meta.url));
const fixtures = join(main, 'datasets', 'fixtures');
const source = (name) => readFileSync(join(fixtures, 'sources', name));
const pictureNames = readdirSync(fixtures).filter((name) => /\.(png|jpg|gif|bmp|webp|avif|tif)$/.test(name));
const runFolder = join(main, 'runs', 'fixtures', 'run-without-version');

function write(path, bytes) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  return path;
}

const oneOf = (items, random) => items[Math.floor(random() * items.length)];
const preview = (...paths) => ({ name: 'preview', input: { paths } });

/** An archive of one of those names, changed. */
const archived = (names, dress) => (folder, random) => {
  const name = oneOf(names, random);
  return preview(write(join(folder, name), dress(source(name), random)));
};

async function filesOfTar(bytes) {
  const entries = extract();
  Readable.from([bytes]).pipe(entries);
  const files = [];
  for await (const entry of entries) {
    const parts = [];
    for await (const part of entry) parts.push(part);
    if (entry.header.type === 'file') files.push({ name: entry.header.name, bytes: Buffer.concat(parts) });
  }
  return files;
}

const pickles = await filesOfTar(gunzipSync(source('cifar-10-protocol-2.tar.gz')));

function idx(dimensions, data) {
  const header = Buffer.alloc(4 + 4 * dimensions.length);
  header.writeUInt16BE(0x0800 + dimensions.length, 2);
  dimensions.forEach((size, axis) => header.writeUInt32BE(size, 4 + 4 * axis));
  return Buffer.concat([header, data]);
}

const count = 40;
const idxFiles = Object.entries({
  'train-images-idx3-ubyte': idx([count, 8, 8], Buffer.alloc(count * 64, 90)),
  'train-labels-idx1-ubyte': idx([count], Buffer.from(Array.from({ length: count }, (_, index) => index % 3))),
});

const table = Buffer.from(
  ['path,label,split', ...pictureNames.map((name, index) => `"${name}",${index % 2 ? 'cat' : '개'},train`)].join(
    '\r\n',
  ),
);

const config = readFileSync(join(runFolder, 'config.json'));
const weights = readFileSync(join(main, 'engine', 'weights', 'fixtures', 'safetensors-by-python.safetensors'));

const configOf = (run) =>
  Buffer.from(
    JSON.stringify({ ...JSON.parse(config.toString()), version: 1, name: 'Run', studioVersion: '0.1.0', run }),
  );

/** Of a run that has never been in the store. */
function runZip(random) {
  const run = `run-${Math.floor(random() * 2 ** 32)}`;
  const zip = new AdmZip();
  for (const name of ['config.json', 'metrics.jsonl', 'state.json']) {
    const bytes = name === 'config.json' ? configOf(run) : readFileSync(join(runFolder, name));
    zip.addFile(`${run}/${name}`, random() < 0.3 ? mutated(bytes, random) : bytes);
  }
  const weightsOf = random() < 0.3 ? mutated(weights, random) : weights;
  zip.addFile(`${run}/checkpoints/last.safetensors`, weightsOf);
  return zip.toBuffer();
}

/** By the name of a parser: writes a changed input into a folder, and says what to ask the importer about it. */
export const kinds = {
  zip: archived(['folders.zip', 'splits.zip', 'stored.zip', 'table.zip', 'unsafe.zip'], mutated),
  tar: archived(['folders.tar'], mutated),
  // What is inside is changed: a changed gzip stream hardly gets further than its checksum.
  'tar.gz': archived(['folders.tar.gz', 'cifar-10-binary.tar.gz', 'unsafe.tar.gz'], (bytes, random) =>
    random() < 0.2 ? mutated(bytes, random) : gzipSync(mutated(gunzipSync(bytes), random), { level: 1 }),
  ),
  table: (folder, random) => {
    for (const name of pictureNames) write(join(folder, name), readFileSync(join(fixtures, name)));
    write(join(folder, 'labels.csv'), mutated(table, random));
    return preview(folder);
  },
  pickle: (folder, random) => {
    const changed = Math.floor(random() * pickles.length);
    pickles.forEach(({ name, bytes }, index) => {
      write(join(folder, name), index === changed ? mutated(bytes, random) : bytes);
    });
    return preview(folder);
  },
  idx: (folder, random) => {
    for (const [name, bytes] of idxFiles) {
      const changed = random() < 0.6 ? mutated(bytes, random) : bytes;
      write(join(folder, random() < 0.3 ? `${name}.gz` : name), random() < 0.3 ? gzipSync(changed) : changed);
    }
    return preview(folder);
  },
  safetensors: (folder, random) => ({
    name: 'startFrom',
    input: {
      path: write(join(folder, 'weights.safetensors'), mutated(weights, random)),
      config: JSON.parse(config.toString()),
    },
  }),
  'run zip': (folder, random) => {
    const whole = runZip(random);
    const bytes = random() < 0.5 ? mutated(whole, random) : whole;
    return { name: 'importRun', input: { path: write(join(folder, 'run.zip'), bytes) } };
  },
  // Two of each class are sound, so that there is something to import.
  pictures: (folder, random) => {
    for (const className of ['cat', 'dog']) {
      for (const sound of ['colour.bmp', 'grey.jpg']) {
        write(join(folder, className, `${className}-${sound}`), readFileSync(join(fixtures, sound)));
      }
      for (let number = 0; number < 6; number += 1) {
        const name = oneOf(pictureNames, random);
        write(join(folder, className, `${number}-${name}`), mutated(readFileSync(join(fixtures, name)), random));
      }
    }
    return { name: 'import', input: { paths: [folder], choices: { size: 32 } } };
  },
};
