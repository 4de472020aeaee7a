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
