/** How numbers of one of the format's types are read: bytes of each, and one of them at an offset. */
interface NumberType {
  readonly bytes: number;
  read(view: DataView, offset: number): number;
}

/** IEEE 754 binary16. */
function halfToNumber(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0x1f) return fraction ? NaN : sign * Infinity;
  return sign * (exponent === 0 ? fraction * 2 ** -24 : (1 + fraction / 1024) * 2 ** (exponent - 15));
}

const upperHalf = new DataView(new ArrayBuffer(4));
/** The upper half of a float32. */
function brainToNumber(bits: number): number {
  upperHalf.setUint16(0, bits);
  return upperHalf.getFloat32(0);
}

/** The types of weights, and of what PyTorch counts beside them. */
export const numberTypes: ReadonlyMap<string, NumberType> = new Map([
  ['F32', { bytes: 4, read: (view, offset) => view.getFloat32(offset, true) }],
  ['F64', { bytes: 8, read: (view, offset) => view.getFloat64(offset, true) }],
  ['F16', { bytes: 2, read: (view, offset) => halfToNumber(view.getUint16(offset, true)) }],
  ['BF16', { bytes: 2, read: (view, offset) => brainToNumber(view.getUint16(offset, true)) }],
  ['I64', { bytes: 8, read: (view, offset) => Number(view.getBigInt64(offset, true)) }],
  ['I32', { bytes: 4, read: (view, offset) => view.getInt32(offset, true) }],
] satisfies [string, NumberType][]);

/** Numbers as float32. */
export function toFloats(type: NumberType, bytes: Uint8Array): Float32Array {
  const numbers = new Float32Array(bytes.length / type.bytes);
  if (type === numberTypes.get('F32')) {
    new Uint8Array(numbers.buffer).set(bytes);
    return numbers;
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let index = 0; index < numbers.length; index += 1) numbers[index] = type.read(view, index * type.bytes);
  return numbers;
}
