/** TensorFlow's numbers for its element types (types.proto). */
const codes = { float32: 1, int32: 3, uint8: 4, int64: 9, bool: 10, bfloat16: 14, resource: 20, uint64: 23 } as const;

export type DataType = keyof typeof codes;

/** What activations and kernels may be computed in. */
export type FloatType = Extract<DataType, 'float32' | 'bfloat16'>;

export function dataTypeCode(type: DataType): number {
  return codes[type];
}
