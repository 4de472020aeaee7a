import { UserError } from '../../../shared/errors';
import { message, type Message } from '../../../shared/words/message';

/** An array of unsigned bytes from an IDX file. */
export interface IdxArray {
  dimensions: number[];
  data: Uint8Array;
}

export interface Expected {
  /** What the file holds. */
  content: 'pictures' | 'labels';
  /** How many dimensions it may have. */
  ranks: readonly number[];
}

/** Deflate cannot pack more tightly (zlib's technical details). */
const largestCompression = 1032;
/** Pictures hardly shrink so far; below so many bytes they may. */
const largestRatio = 200;
const harmless = 2 ** 28;
const largestBytes = 2 ** 32 - 1;
const unsignedBytes = 0x08;
const elementTypes: Record<number, Message> = {
  0x09: message('readers.types.int8'),
  0x0b: message('readers.types.int16'),
  0x0c: message('readers.types.int32'),
  0x0d: message('readers.types.float32'),
  0x0e: message('readers.types.float64'),
};

/** Puts an array together from the chunks of a file, in memory that the file's size bounds, whatever its header says. */
export class ArrayBuilder {
  filled = 0;
  total = 0;
  private header = Buffer.alloc(0);
  private dimensions: number[] | undefined;
  private data: Uint8Array = new Uint8Array(0);

  constructor(
    private readonly path: string,
    private readonly expected: Expected,
    private readonly file: { size: number; compressed: boolean },
  ) {}

  add(chunk: Uint8Array): void {
    if (this.dimensions) {
      this.append(chunk);
      return;
    }
    this.header = Buffer.concat([this.header, chunk]);
    if (this.header.length < 4) return;
    this.checkMagic();
    if (this.header.length < this.headerBytes()) return;
    this.readDimensions();
    this.append(this.header.subarray(this.headerBytes()));
  }

  finish(): IdxArray {
    if (!this.dimensions) {
      throw new UserError(message('readers.tooShort', { path: this.path }));
    }
    if (this.filled < this.total) throw this.cutOff(message('readers.areThere', { count: this.filled }));
    return { dimensions: this.dimensions, data: this.data };
  }

  private get size(): string {
    return this.dimensions?.join(' x ') ?? '';
  }

  private headerBytes(): number {
    return 4 + 4 * this.header.readUInt8(3);
  }

  private checkMagic(): void {
    const [first, second, type, rank] = this.header;
    const { ranks } = this.expected;
    const content = message(`readers.contents.${this.expected.content}`);
    if (first !== 0 || second !== 0 || type === undefined || (type !== unsignedBytes && !elementTypes[type])) {
      const start = Array.from(this.header.subarray(0, 4), (byte) => byte.toString(16).padStart(2, '0')).join(' ');
      throw new UserError(message('readers.notIdx', { path: this.path, bytes: start, rank: ranks[0] ?? 1 }));
    }
    const other = elementTypes[type];
    if (other) throw new UserError(message('readers.otherType', { path: this.path, type: other, content }));
    if (rank === undefined || !ranks.includes(rank)) {
      throw new UserError(
        message('readers.otherRank', { path: this.path, rank: rank ?? 0, content, ranks: ranks.map(String) }),
      );
    }
  }

  private readDimensions(): void {
    const headerBytes = this.headerBytes();
    this.dimensions = Array.from({ length: this.header.readUInt8(3) }, (_, axis) =>
      this.header.readUInt32BE(4 + 4 * axis),
    );
    this.total = this.dimensions.reduce((product, dimension) => product * dimension, 1);
    this.checkTotal(this.file.size - headerBytes);
    this.data = this.allocate(this.total);
  }

  /** @param held bytes of the file after its header. */
  private checkTotal(held: number): void {
    const { path, total, file } = this;
    if (total === 0) {
      throw new UserError(
        message('readers.holdsNone', {
          path,
          content: message(`readers.contents.${this.expected.content}`),
          dimensions: this.size,
        }),
      );
    }
    if (!file.compressed && total > held) throw this.cutOff(message('readers.areThere', { count: held }));
    if (total > file.size * largestCompression) throw this.cutOff(message('readers.farFewer'));
    if (file.compressed && total > harmless && total > file.size * largestRatio) {
      throw new UserError(message('readers.idxExpandsTooFar', { path, ratio: largestRatio }));
    }
    if (total > largestBytes) {
      throw new UserError(message('readers.unpacksTooLarge', { path, size: total }));
    }
  }

  private allocate(bytes: number): Uint8Array {
    try {
      return new Uint8Array(bytes);
    } catch {
      throw new UserError(message('readers.noMemory', { path: this.path, size: bytes }));
    }
  }

  private append(chunk: Uint8Array): void {
    if (this.filled + chunk.length > this.total) {
      throw new UserError(message('readers.tooManyBytes', { path: this.path, dimensions: this.size }));
    }
    this.data.set(chunk, this.filled);
    this.filled += chunk.length;
  }

  private cutOff(held: Message): UserError {
    return new UserError(message('readers.tooFewBytes', { path: this.path, dimensions: this.size, held }));
  }
}
