import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import type { Shape } from '../../../shared/network/layer';
import { UserError } from '../../../shared/errors';
import type { FoundPicture } from '../readers/reader';
import { staysInPlace } from './storage-choice';

const small: Shape = [32, 32, 3];
/** 1,000 of these are 300 GB, for which no machine has room. */
const huge: Shape = [10_000, 10_000, 3];

function pictures(kind: 'folder' | 'zip'): FoundPicture[] {
  const container = { kind, place: '/data/pets.zip', prefix: '', store: '/data/pets.zip' };
  return Array.from({ length: 1000 }, () => ({ file: { path: 'cat/1.jpg', container }, label: 0, split: 'train' }));
}

describe('staysInPlace', () => {
  it.each([
    ['auto', small, false],
    ['auto', huge, true],
    ['copies', huge, false],
    ['originals', small, true],
  ] as const)('of a folder with %s at %j is %s', async (keep, shape, stays) => {
    expect(await staysInPlace(keep, pictures('folder'), shape, tmpdir())).toBe(stays);
  });

  it('of an archive is false while copies have room, or are wanted all the same', async () => {
    expect(await staysInPlace('auto', pictures('zip'), small, tmpdir())).toBe(false);
    expect(await staysInPlace('copies', pictures('zip'), huge, tmpdir())).toBe(false);
  });

  it('of an archive that has no room is refused: it has to be unpacked', async () => {
    const refused = staysInPlace('auto', pictures('zip'), huge, tmpdir());
    await expect(refused).rejects.toThrow(UserError);
    await expect(refused).rejects.toThrow(
      /Copies of the 1000 pictures in \/data\/pets\.zip would take 279\.4 GiB.*Unpack the archive and import its folder/s,
    );
    await expect(staysInPlace('originals', pictures('zip'), small, tmpdir())).rejects.toThrow('unpack the archive');
  });
});
