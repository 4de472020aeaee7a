import { message, type Message } from '../../../shared/words/message';
/** The name of a function or class, which is understood and never run. */
export interface Named {
  readonly name: string;
}

/** An array of numpy, of whose elements only unsigned bytes are taken. */
export class PickledArray {
  bytes = new Uint8Array(0);
}

/** A type of elements, by numpy's short name: u1 is an unsigned byte. */
export class ElementType {
  constructor(readonly code: string) {}
}

/** All that can be built from a pickle: never an object of a class that the file names. */
export type PickleValue = null | boolean | number | string | Uint8Array | PickleValue[] | Map<PickleValue, PickleValue>;

/** While it is read there are also arrays to be filled and names of the few functions that fill them. */
export type Raw = PickleValue | PickledArray | ElementType | Named | Raw[] | Map<Raw, Raw>;

type Refuse = (words: Message) => never;

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
export function callNamed(callee: Raw, given: Raw, refuse: Refuse): Raw {
  if (typeof callee !== 'object' || callee === null || !('name' in callee) || !Array.isArray(given)) {
    return refuse(message('pickle.callsNoFunction'));
  }
  const [first, second, third] = given;
  switch (plain(callee.name)) {
    case 'numpy.core.multiarray._reconstruct':
      return new PickledArray();
    case 'numpy.dtype':
      return new ElementType(textOf(first));
    case 'numpy.core.numeric._frombuffer':
      return bytesOf(first, second, refuse, third);
    case '_codecs.encode':
      return typeof first === 'string'
        ? Uint8Array.from(Buffer.from(first, 'latin1'))
        : refuse(message('pickle.encodesNoText'));
    case 'builtins.bytearray':
    case '__builtin__.bytearray':
      return first === undefined ? new Uint8Array(0) : bytesOnly(first, refuse);
    default:
      return refuse(message('pickle.calls', { name: callee.name }));
  }
}

/** Gives an array or a type its state, as numpy's __setstate__ does: version, shape, type, order, elements. */
export function fillArray(target: Raw, state: Raw, refuse: Refuse): Raw {
  if (target instanceof ElementType) return target;
  if (!(target instanceof PickledArray) || !Array.isArray(state)) return refuse(message('pickle.fillsNoArray'));
  const [, shape, type, fortran, elements] = state;
  if (fortran === true && Array.isArray(shape) && shape.length > 1) return refuse(message('pickle.columnMajor'));
  const filled = bytesOf(elements, type, refuse, shape);
  target.bytes = filled.bytes;
  return target;
}

function bytesOf(
  elements: Raw | undefined,
  type: Raw | undefined,
  refuse: Refuse,
  shape: Raw | undefined,
): PickledArray {
  if (!(type instanceof ElementType) || !/^[|<>=]?(u1|B|uint8)$/.test(type.code)) {
    return refuse(message('pickle.notBytes'));
  }
  const array = new PickledArray();
  array.bytes = bytesOnly(elements, refuse);
  const count = Array.isArray(shape) ? shape.reduce<number>((product, size) => product * Number(size), 1) : NaN;
  if (count !== array.bytes.length)
    refuse(message('pickle.wrongBytes', { found: array.bytes.length, expected: count }));
  return array;
}

function bytesOnly(value: Raw | undefined, refuse: Refuse): Uint8Array<ArrayBuffer> {
  if (value instanceof Uint8Array) return Uint8Array.from(value);
  if (typeof value === 'string') return Uint8Array.from(Buffer.from(value, 'latin1'));
  return refuse(message('pickle.noBytes'));
}

function textOf(value: Raw | undefined): string {
  return value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value);
}
