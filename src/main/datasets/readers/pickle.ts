import { UserError } from '../../../shared/errors';
import { message, type Message } from '../../../shared/words/message';
import {
  callNamed,
  fillArray,
  finish,
  isKnownName,
  type Named,
  PickleError,
  type PickleValue,
  type Raw,
} from './pickle-objects';

/** A place on the stack where a list or dictionary begins. */
const mark = Symbol('mark');
/** All files of CIFAR-100 together hold 120,000; what a file names many times counts as often. */
const mostValues = 1_000_000;
/** Bytes that text and arrays may take beside those of the file itself, which may be named many times as well. */
const mostBytes = 2 ** 28;

/**
 * Reads a Python pickle (protocols 0 to 5, as far as Python's and numpy's own picklers write lists, tuples,
 * dictionaries, text, numbers, bytes and arrays of uint8). It can build nothing else: a pickle is a program, and what
 * this one may call is a short list of names that make bytes.
 * @throws UserError where the file asks for anything else, or is damaged.
 */
export function readPickle(bytes: Uint8Array, path: string): PickleValue {
  try {
    return finish(new PickleReader(bytes).read(), 0, { left: mostValues });
  } catch (thrown) {
    if (!(thrown instanceof PickleError || thrown instanceof RangeError)) throw thrown;
    const reason = thrown instanceof PickleError ? thrown.words : message('pickle.endsEarly');
    throw new UserError(message('pickle.unreadable', { path, reason }));
  }
}

function tooMany(): PickleError {
  return new PickleError(message('pickle.tooManyValues', { limit: mostValues }));
}

class PickleReader {
  private at = 0;
  private values = mostValues;
  private readonly room = { left: mostBytes };
  private readonly stack: (Raw | typeof mark)[] = [];
  private readonly memo = new Map<number, Raw>();
  private readonly data: Buffer;

  constructor(bytes: Uint8Array) {
    this.data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  read(): Raw {
    for (;;) {
      const code = String.fromCharCode(this.byte());
      if (code === '.') return this.pop();
      if (!this.readValue(code) && !this.readStructure(code)) {
        throw new PickleError(message('pickle.instruction', { code: JSON.stringify(code), place: this.at - 1 }));
      }
    }
  }

  /** Constants, by the names in Python's pickletools: NONE, NEWTRUE, BININT, BINUNICODE, BINBYTES, ... */
  private readValue(code: string): boolean {
    switch (code) {
      case 'N':
        return this.push(null);
      case '\x88':
        return this.push(true);
      case '\x89':
        return this.push(false);
      case 'K':
        return this.push(this.byte());
      case 'M':
        return this.push(this.take(2).readUInt16LE());
      case 'J':
        return this.push(this.take(4).readInt32LE());
      case 'G':
        return this.push(this.take(8).readDoubleBE());
      case '\x8a':
        return this.push(this.longInteger(this.byte()));
      case 'I':
        return this.push(this.textNumber());
      case 'L':
        return this.push(Number(this.line().replace(/L$/, '')));
      case 'U':
      case 'C':
        return this.push(this.bytes(this.byte()));
      case 'T':
      case 'B':
        return this.push(this.bytes(this.length(4)));
      case '\x8e':
      case '\x96':
        return this.push(this.bytes(this.length(8)));
      case '\x8c':
        return this.push(this.take(this.byte()).toString('utf8'));
      case 'X':
        return this.push(this.take(this.length(4)).toString('utf8'));
      case '\x8d':
        return this.push(this.take(this.length(8)).toString('utf8'));
      case 'V':
      case 'S':
        return this.push(this.line().replace(/^(['"])(.*)\1$/s, '$2'));
      default:
        return false;
    }
  }

  /** Lists, tuples, dictionaries, memory and calls. */
  private readStructure(code: string): boolean {
    switch (code) {
      case '\x80':
        this.byte();
        return true;
      case '\x95':
        this.length(8);
        return true;
      case '(':
        if (--this.values < 0) throw tooMany();
        this.stack.push(mark);
        return true;
      case ']':
      case ')':
        return this.push([]);
      case '}':
        return this.push(new Map<Raw, Raw>());
      case 'l':
      case 't':
        return this.push(this.toMark());
      case 'd':
        return this.setItems(new Map(), this.toMark());
      case '\x85':
        return this.push([this.pop()]);
      case '\x86':
        return this.push([this.pop(), this.pop()].reverse());
      case '\x87':
        return this.push([this.pop(), this.pop(), this.pop()].reverse());
      case 'a':
        return this.append([this.pop()]);
      case 'e':
        return this.append(this.toMark());
      case 's':
        return this.assign([this.pop(), this.pop()].reverse());
      case 'u':
        return this.assign(this.toMark());
      case '0':
        this.pop();
        return true;
      case 'q':
        return this.remember(this.byte());
      case 'r':
        return this.remember(this.take(4).readUInt32LE());
      case 'p':
        return this.remember(this.textNumber());
      case '\x94':
        return this.remember(this.memo.size);
      case 'h':
        return this.push(this.recall(this.byte()));
      case 'j':
        return this.push(this.recall(this.take(4).readUInt32LE()));
      case 'g':
        return this.push(this.recall(this.textNumber()));
      case 'c':
        return this.push(this.named(this.line(), this.line()));
      case '\x93': {
        const [name, module] = [this.pop(), this.pop()];
        return this.push(this.named(String(module), String(name)));
      }
      case 'R': {
        const [given, callee] = [this.pop(), this.pop()];
        return this.push(callNamed(callee, given, this.making));
      }
      case 'b': {
        const [state, target] = [this.pop(), this.pop()];
        return this.push(fillArray(target, state, this.making));
      }
      default:
        return false;
    }
  }

  /** What those who make arrays are given. */
  private readonly making = {
    refuse,
    take: (bytes: number): void => {
      this.room.left -= bytes;
      if (this.room.left < 0) refuse(message('pickle.tooManyBytes', { limit: mostBytes }));
    },
  };

  private named(module: string, name: string): Named {
    const full = `${module}.${name}`;
    if (!isKnownName(full)) refuse(message('pickle.asksFor', { name: full }));
    return { name: full };
  }

  private push(value: Raw): true {
    if (--this.values < 0) throw tooMany();
    this.stack.push(value);
    return true;
  }

  private pop(): Raw {
    const value = this.stack.pop();
    if (value === undefined || value === mark) throw new PickleError(message('pickle.takesNothing'));
    return value as Raw;
  }

  private toMark(): Raw[] {
    const start = this.stack.lastIndexOf(mark);
    if (start < 0) throw new PickleError(message('pickle.noBeginning'));
    const values = this.stack.splice(start).slice(1);
    return values as Raw[];
  }

  private append(values: Raw[]): true {
    const list = this.pop();
    if (!Array.isArray(list)) throw new PickleError(message('pickle.appendsToNoList'));
    for (const value of values) (list as Raw[]).push(value);
    return this.push(list);
  }

  private assign(values: Raw[]): true {
    const target: unknown = this.pop();
    if (!(target instanceof Map)) throw new PickleError(message('pickle.assignsToNoDictionary'));
    return this.setItems(target as Map<Raw, Raw>, values);
  }

  private setItems(target: Map<Raw, Raw>, values: Raw[]): true {
    for (let at = 0; at + 1 < values.length; at += 2) target.set(values[at] as Raw, values[at + 1] as Raw);
    return this.push(target);
  }

  private remember(place: number): true {
    const value = this.pop();
    this.memo.set(place, value);
    return this.push(value);
  }

  private recall(place: number): Raw {
    const value = this.memo.get(place);
    if (value === undefined) throw new PickleError(message('pickle.recallsNothing'));
    return value;
  }

  private byte(): number {
    return this.take(1).readUInt8();
  }

  private take(length: number): Buffer {
    if (this.at + length > this.data.length) throw new PickleError(message('pickle.endsEarly'));
    this.at += length;
    return this.data.subarray(this.at - length, this.at);
  }

  /** Bytes where they lie in the file, without a copy. */
  private bytes(length: number): Uint8Array {
    const taken = this.take(length);
    return new Uint8Array(taken.buffer, taken.byteOffset, taken.length);
  }

  private length(bytes: 4 | 8): number {
    const taken = this.take(bytes);
    return bytes === 4 ? taken.readUInt32LE() : Number(taken.readBigUInt64LE());
  }

  private line(): string {
    const end = this.data.indexOf(0x0a, this.at);
    if (end < 0) throw new PickleError(message('pickle.endsEarly'));
    const text = this.data.toString('latin1', this.at, end);
    this.at = end + 1;
    return text;
  }

  private textNumber(): number {
    const value = Number(this.line());
    if (!Number.isFinite(value)) throw new PickleError(message('pickle.noNumber'));
    return value;
  }

  private longInteger(bytes: number): number {
    if (bytes > 8) throw new PickleError(message('pickle.largeNumber'));
    const taken = this.take(bytes);
    return bytes === 0
      ? 0
      : Number(BigInt.asIntN(8 * bytes, BigInt(`0x${Buffer.from(taken).reverse().toString('hex')}`)));
  }
}

function refuse(words: Message): never {
  throw new PickleError(words);
}
