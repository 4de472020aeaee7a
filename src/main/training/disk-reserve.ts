import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Enough for the last lines of a run's metrics and log, and its state. */
const reservedBytes = 2 ** 18;

/** Room on the disk that a run gives up when it ends, so that it can say why, also where the disk is full. */
export class DiskReserve {
  readonly #path: string;

  /** @param folder Where left-over temporary files are swept away. */
  constructor(folder: string) {
    this.#path = join(folder, '.reserve.tmp');
  }

  async take(): Promise<void> {
    await writeFile(this.#path, Buffer.alloc(reservedBytes, 1));
  }

  /** Does nothing where that is refused: what follows will tell. */
  async release(): Promise<void> {
    await rm(this.#path, { force: true }).catch(() => undefined);
  }
}
