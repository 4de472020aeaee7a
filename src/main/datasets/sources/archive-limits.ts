import { UserError } from '../../../shared/errors';
import { message } from '../../../shared/words/message';
import { freeDisk } from '../../machine/free-disk';

/** Pictures hardly shrink when they are packed; beyond this an archive was made to do harm. */
const largestRatio = 200;
/** Below this an archive may expand as it likes. */
const harmless = 2 ** 30;
const bytesPerCheck = 2 ** 26;

/** Keeps what an archive expands to within reason and within the free disk. */
export class ExpansionLimit {
  private expanded = 0;
  private checkAt = 0;

  /** @param disk a folder of the disk that is written to; left out where nothing is. @param packed bytes of the archive. */
  constructor(
    private readonly archive: string,
    private readonly packed: number,
    private readonly disk?: string,
  ) {}

  /** @throws UserError where the archive goes too far with these bytes more. */
  async add(bytes: number): Promise<void> {
    this.expanded += bytes;
    if (this.expanded > harmless && this.expanded > largestRatio * this.packed) {
      throw new UserError(message('sources.expandsTooFar', { archive: this.archive, ratio: largestRatio }));
    }
    if (this.disk === undefined || this.expanded < this.checkAt) return;
    this.checkAt = this.expanded + bytesPerCheck;
    if ((await freeDisk(this.disk)) < 2 * bytesPerCheck) {
      throw new UserError(message('sources.noRoomToUnpack', { folder: this.disk, archive: this.archive }));
    }
  }
}

/** As many as the largest datasets have whose list still fits into the importer's memory; ImageNet has 1.4 million. */
const mostEntries = 2_000_000;
/** Bytes of a path that a system takes. */
const longestPath = 4096;

/** @param count Entries of an archive or a folder so far. @throws UserError where nobody could look through them all. */
export function checkEntries(count: number, place: string): void {
  if (count > mostEntries) throw new UserError(message('sources.tooManyEntries', { place, limit: mostEntries }));
}

/** Whether no system could open a path that an archive names. */
export function isTooLong(path: string): boolean {
  return path.length > longestPath / 3 && Buffer.byteLength(path) > longestPath;
}
