import { UserError } from '../../../shared/errors';

/** An array of unsigned bytes from an IDX file. */
export interface IdxArray {
  dimensions: number[];
  data: Uint8Array;
}

export interface Expected {
  /** What the file holds, in words: "pictures". */
  content: string;
  /** How many dimensions it may have. */
  ranks: readonly number[];
}

/** Deflate cannot pack more tightly (zlib's technical details). */
const largestCompression = 1032;
const largestBytes = 2 ** 32 - 1;
const unsignedBytes = 0x08;
const elementTypes: Record<number, string> = {
  0x09: 'signed bytes',
  0x0b: '16-bit integers',
  0x0c: '32-bit integers',
  0x0d: '32-bit floats',
  0x0e: '64-bit floats',
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
      throw new UserError(`${this.path} is too short to be an IDX file. Copy it from its source again.`);
    }
    if (this.filled < this.total) throw this.cutOff(`${this.filled} are there`);
    return { dimensions: this.dimensions, data: this.data };
  }

  private headerBytes(): number {
    return 4 + 4 * this.header.readUInt8(3);
  }

  private checkMagic(): void {
    const [first, second, type, rank] = this.header;
    const { content, ranks } = this.expected;
    if (first !== 0 || second !== 0 || type === undefined || (type !== unsignedBytes && !elementTypes[type])) {
      const start = Array.from(this.header.subarray(0, 4), (byte) => byte.toString(16).padStart(2, '0')).join(' ');
      throw new UserError(
        `${this.path} is not an IDX file: it starts with the bytes ${start}, ` +
          `expected 00 00 08 0${ranks[0]}. Check that the file is what its name says.`,
      );
    }
    if (type !== unsignedBytes) {
      throw new UserError(`${this.path} holds ${elementTypes[type]}; ${content} must be unsigned bytes (type 08).`);
    }
    if (rank === undefined || !ranks.includes(rank)) {
      throw new UserError(
        `${this.path} holds an array of ${rank} dimensions; ${content} have ${ranks.join(' or ')}. ` +
          'Check that pictures and labels were not swapped.',
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
        `${path} holds no ${this.expected.content}: its header says ${this.dimensions?.join(' x ')}.`,
      );
    }
    if (!file.compressed && total > held) throw this.cutOff(`${held} are there`);
    if (total > file.size * largestCompression) throw this.cutOff('far fewer can be in the file');
    if (total > largestBytes) {
      throw new UserError(`${path} unpacks to ${inGibibytes(total)}; at most 4 GiB can be imported from one file.`);
    }
  }

  private allocate(bytes: number): Uint8Array {
    try {
      return new Uint8Array(bytes);
    } catch {
      throw new UserError(`${this.path} needs ${inGibibytes(bytes)} of memory, which is not free.`);
    }
  }

  private append(chunk: Uint8Array): void {
    if (this.filled + chunk.length > this.total) {
      throw new UserError(
        `${this.path} holds more bytes than its header says (${this.dimensions?.join(' x ')}). ` +
          'Copy it from its source again.',
      );
    }
    this.data.set(chunk, this.filled);
    this.filled += chunk.length;
  }

  private cutOff(held: string): UserError {
    return new UserError(
      `${this.path} is cut off or damaged: its header says ${this.dimensions?.join(' x ')} bytes, but ${held}. ` +
        'Copy it from its source again.',
    );
  }
}

function inGibibytes(bytes: number): string {
  return `${(bytes / 2 ** 30).toFixed(1)} GiB`;
}
