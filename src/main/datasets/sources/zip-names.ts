import type { Entry } from 'yauzl';
import { composed } from '../../../shared/composed';
import { crc32 } from '../../files/crc32';
import { decodeStrictly } from './text-decoding';

/** General purpose bit 11: the name is UTF-8 (APPNOTE.TXT, 4.4.4). */
const utf8Flag = 0x800;
/** Info-ZIP's field with the name in UTF-8 as well (APPNOTE.TXT, 4.6.9): its version, the name's CRC-32, the name. */
const unicodePathField = 0x7075;
const unicodePathAt = 5;

/**
 * An entry's name, in NFC, where the archive itself says what it is; undefined where it is in an encoding that nothing
 * names. An archive that says UTF-8 and holds other bytes says nothing.
 */
export function statedName({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string | undefined {
  for (const { id, data } of extraFields) {
    if (id !== unicodePathField || data.length < unicodePathAt || data[0] !== 1) continue;
    if (data.readUInt32LE(1) !== crc32(fileNameRaw)) continue;
    const name = decodeStrictly(data.subarray(unicodePathAt), 'utf-8');
    if (name !== undefined) return composed(name);
  }
  if ((generalPurposeBitFlag & utf8Flag) === 0 && fileNameRaw.some((byte) => byte >= 0x80)) return undefined;
  const name = decodeStrictly(fileNameRaw, 'utf-8');
  return name === undefined ? undefined : composed(name);
}
