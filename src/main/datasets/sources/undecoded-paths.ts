import { composed } from '../../../shared/composed';
import { binaryOf, type DiskPath } from '../../files/disk-path';
import type { TextDecoding } from './text-decoding';

/** UTF-8 with characters of two bytes alone, which the bytes of a code page may happen to be. */
const mayBeOther = /^(?=.*[^\0-\x7f])[\0-\u07ff]+$/s;
/** No name on a disk holds it. */
const mark = '\0';

/**
 * Paths with names that are no UTF-8. All are needed before one can be decoded, so until then a path holds such a name
 * as its bytes behind a mark.
 */
export class UndecodedPaths {
  readonly #names = new Set<string>();

  /** The name as it stands in a path until it is decoded. */
  add(name: DiskPath): string {
    if (typeof name === 'string' && !mayBeOther.test(name)) return name;
    const binary = binaryOf(name);
    this.#names.add(binary);
    return `${mark}${binary}`;
  }

  /** From now on paths can be shown. @param place the folder or archive that they are of. */
  decoder(decoding: TextDecoding, place: string): (path: string) => string {
    const binary = [...this.#names];
    const decoded = new Map(decoding.names(binary, place).map((name, index) => [binary[index] as string, name]));
    const show = (name: string): string => (name.startsWith(mark) ? (decoded.get(name.slice(1)) ?? name) : name);
    return (path) => composed(path.includes(mark) ? path.split('/').map(show).join('/') : path);
  }
}
