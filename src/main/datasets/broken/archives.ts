import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { broken, type BrokenInput } from './input';

const sound = join(__dirname, '../fixtures/sources');

const encrypted = (bytes: Buffer): Buffer => {
  for (let at = bytes.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 4, 'latin1'))
    bytes.writeUInt16LE(1, at + 8);
  return bytes;
};
const claiming = (bytes: Buffer, offset: number, value: number): Buffer => {
  for (let at = bytes.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 4, 'latin1'))
    bytes.writeUInt32LE(value, at + offset);
  return bytes;
};

const entries = Buffer.concat([Buffer.from('PK\x05\x06'), Buffer.alloc(18)]);

const damages: [string, string, (bytes: Buffer) => Buffer, string][] = [
  ['a zip that is cut off', 'folders.zip', (bytes) => bytes.subarray(0, bytes.length / 2), 'is damaged or cut off'],
  ['a zip without its directory', 'folders.zip', (bytes) => bytes.fill(0, bytes.length - 22), 'is damaged or cut off'],
  [
    'a zip with another number of files',
    'folders.zip',
    (bytes) => {
      bytes.writeUInt16LE(999, bytes.length - 12);
      return bytes;
    },
    'is damaged or cut off',
  ],
  ['a zip that is encrypted', 'folders.zip', encrypted, 'It is encrypted. Unpack the archive'],
  [
    'a zip of an unknown method',
    'folders.zip',
    (bytes) => claiming(bytes, 8, 0x000c0000),
    'compressed by a method (12)',
  ],
  [
    'a zip that claims too much',
    'folders.zip',
    (bytes) => claiming(bytes, 24, 0x70000000),
    'expands to more than 200 times its size',
  ],
  ['a zip whose files overlap', 'folders.zip', (bytes) => claiming(bytes, 20, 6000), 'is damaged or made to do harm'],
  [
    'a tar.gz that is cut off',
    'folders.tar.gz',
    (bytes) => bytes.subarray(0, bytes.length / 2),
    'is cut off: the end of the archive is missing',
  ],
  ['a tar.gz with a wrong byte', 'folders.tar.gz', (bytes) => bytes.fill(255, 2800, 2820), 'is damaged'],
  ['a tar that is cut off', 'folders.tar', (bytes) => bytes.subarray(0, 700), 'is cut off'],
  ['a tar with a wrong header', 'folders.tar', (bytes) => bytes.fill(255, 1024, 1100), 'is damaged'],
  ['a zip of nothing', 'folders.zip', () => entries, 'is empty. Expected:'],
  ['a gzip of something else', 'folders.tar', () => gzipSync('hello'), 'Found: folders.tar. Expected:'],
];

export const brokenArchives: readonly BrokenInput[] = damages.map(([name, archive, damage, message]) =>
  broken('archive', name, {
    files: { [archive]: damage(readFileSync(join(sound, archive))) },
    // What is no archive is named as a file of its folder.
    dropped: archive,
    named: message.startsWith('Found') ? '' : archive,
    message,
  }),
);
