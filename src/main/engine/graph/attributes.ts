import { dataTypeCode, type DataType } from './data-types';

interface ShapeMessage {
  readonly dim: readonly { readonly size: number }[];
}

/** One attribute of a node, as the message AttrValue. */
export type Attribute =
  | { readonly type: number }
  | { readonly i: number }
  | { readonly f: number }
  | { readonly b: boolean }
  | { readonly s: Uint8Array }
  | { readonly shape: ShapeMessage }
  | { readonly list: { readonly i: readonly number[] } }
  | {
      readonly tensor: {
        readonly dtype: number;
        readonly tensorShape: ShapeMessage;
        readonly tensorContent: Uint8Array;
      };
    };

/** A dimension of -1 is known only when the graph runs. */
const shapeMessage = (shape: readonly number[]): ShapeMessage => ({ dim: shape.map((size) => ({ size })) });

export const typeAttribute = (type: DataType): Attribute => ({ type: dataTypeCode(type) });
export const integerAttribute = (i: number): Attribute => ({ i });
export const floatAttribute = (f: number): Attribute => ({ f });
export const booleanAttribute = (b: boolean): Attribute => ({ b });
export const stringAttribute = (text: string): Attribute => ({ s: Buffer.from(text, 'utf8') });
export const integersAttribute = (i: readonly number[]): Attribute => ({ list: { i } });
export const shapeAttribute = (shape: readonly number[]): Attribute => ({ shape: shapeMessage(shape) });

/** A constant's value; TensorFlow reads little-endian bytes, as every platform it runs on writes them. */
export const tensorAttribute = (
  type: DataType,
  shape: readonly number[],
  values: Float32Array | Int32Array,
): Attribute => ({
  tensor: {
    dtype: dataTypeCode(type),
    tensorShape: shapeMessage(shape),
    tensorContent: new Uint8Array(values.buffer, values.byteOffset, values.byteLength),
  },
});
