import { inEnglish } from '../../../shared/words/english';
import { message, type Message } from '../../../shared/words/message';

/** Why a pickle is refused. */
export class PickleError extends Error {
  constructor(readonly words: Message) {
    super(inEnglish(words));
  }
}

const mostDeep = 100;

/** The name of a function or class, which is understood and never run. */
export interface Named {
  readonly name: string;
}

/** An array of numpy, of whose elements only unsigned bytes are taken. */
export class PickledArray {
  bytes: Uint8Array = new Uint8Array(0);
}

/** A type of elements, by numpy's short name: u1 is an unsigned byte. */
export class ElementType {
  constructor(readonly code: string) {}
}

/** All that can be built from a pickle: never an object of a class that the file names. */
export type PickleValue = null | boolean | number | string | Uint8Array | PickleValue[] | Map<PickleValue, PickleValue>;

/** While it is read there are also arrays to be filled and names of the few functions that fill them. */
export type Raw = PickleValue | PickledArray | ElementType | Named | Raw[] | Map<Raw, Raw>;

/** How an array is made. */
interface Making {
  refuse: (words: Message) => never;
  /** Takes memory for so many bytes. */
  take: (bytes: number) => void;
}

/** Where numpy 2 says numpy._core, numpy 1 said numpy.core. */
const plain = (name: string): string => name.replace('numpy._core.', 'numpy.core.');

const known = new Set([
  'numpy.core.multiarray._reconstruct',
  'numpy.core.numeric._frombuffer',
  'numpy.ndarray',
  'numpy.dtype',
  '_codecs.encode',
  'builtins.bytearray',
  '__builtin__.bytearray',
]);

export function isKnownName(name: string): boolean {
  return known.has(plain(name));
}

/** What a call of one of the known names gives. */
export function callNamed(callee: Raw, given: Raw, making: Making): Raw {
  if (typeof callee !== 'object' || callee === null || !('name' in callee) || !Array.isArray(given)) {
    return making.refuse(message('pickle.callsNoFunction'));
  }
  const [first, second, third] = given;
  switch (plain(callee.name)) {
    case 'numpy.core.multiarray._reconstruct':
      return new PickledArray();
    case 'numpy.dtype':
      return new ElementType(textOf(first));
    case 'numpy.core.numeric._frombuffer':
      return bytesOf(first, second, making, third);
    case '_codecs.encode':
      return typeof first === 'string' ? latin1(first, making) : making.refuse(message('pickle.encodesNoText'));
    case 'builtins.bytearray':
    case '__builtin__.bytearray':
      return first === undefined ? new Uint8Array(0) : bytesOnly(first, making);
    default:
      return making.refuse(message('pickle.calls', { name: callee.name }));
  }
}

/** Gives an array or a type its state, as numpy's __setstate__ does: version, shape, type, order, elements. */
export function fillArray(target: Raw, state: Raw, making: Making): Raw {
  if (target instanceof ElementType) return target;
  if (!(target instanceof PickledArray) || !Array.isArray(state)) return making.refuse(message('pickle.fillsNoArray'));
  const [, shape, type, fortran, elements] = state;
  if (fortran === true && Array.isArray(shape) && shape.length > 1) return making.refuse(message('pickle.columnMajor'));
  const filled = bytesOf(elements, type, making, shape);
  target.bytes = filled.bytes;
  return target;
}

function bytesOf(
  elements: Raw | undefined,
  type: Raw | undefined,
  making: Making,
  shape: Raw | undefined,
): PickledArray {
  if (!(type instanceof ElementType) || !/^[|<>=]?(u1|B|uint8)$/.test(type.code)) {
    return making.refuse(message('pickle.notBytes'));
  }
  const array = new PickledArray();
  array.bytes = bytesOnly(elements, making);
  const count = Array.isArray(shape) ? shape.reduce<number>((product, size) => product * Number(size), 1) : NaN;
  if (count !== array.bytes.length)
    making.refuse(message('pickle.wrongBytes', { found: array.bytes.length, expected: count }));
  return array;
}

function bytesOnly(value: Raw | undefined, making: Making): Uint8Array {
  if (value instanceof Uint8Array) return value;
  if (typeof value === 'string') return latin1(value, making);
  return making.refuse(message('pickle.noBytes'));
}

function textOf(value: Raw | undefined): string {
  return value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value);
}

function latin1(text: string, making: Making): Uint8Array {
  making.take(text.length);
  const bytes = Buffer.from(text, 'latin1');
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** Arrays become their bytes; what is left of names is refused. */
export function finish(value: Raw, depth: number, values: { left: number }): PickleValue {
  if (depth > mostDeep || --values.left < 0) throw new PickleError(message('pickle.tooDeep'));
  if (value instanceof PickledArray) return value.bytes;
  if (value instanceof ElementType) throw new PickleError(message('pickle.type'));
  if (Array.isArray(value)) return value.map((each) => finish(each, depth + 1, values));
  if (value instanceof Map) {
    const pairs = [...value] as [Raw, Raw][];
    return new Map(pairs.map(([key, each]) => [finish(key, depth + 1, values), finish(each, depth + 1, values)]));
  }
  if (typeof value === 'object' && value !== null && 'name' in value) {
    throw new PickleError(message('pickle.function', { name: value.name }));
  }
  return value;
}
