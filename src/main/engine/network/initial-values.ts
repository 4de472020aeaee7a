import type { FlatVariable } from './flat-variable';
import { sizeOf } from './parameters';

/**
 * The values of flat variables before training.
 * @param normals Standard normal numbers, taken in order for what is drawn.
 */
export function initialValues(
  variables: readonly Pick<FlatVariable, 'length' | 'parameters'>[],
  normals: Float32Array,
): Float32Array[] {
  let used = 0;
  return variables.map(({ length, parameters }) => {
    const values = new Float32Array(length);
    let offset = 0;
    for (const { shape, initial } of parameters) {
      const piece = values.subarray(offset, offset + sizeOf(shape));
      if ('value' in initial) piece.fill(initial.value);
      else {
        piece.set(normals.subarray(used, used + piece.length).map((number) => number * initial.deviation));
        used += piece.length;
      }
      offset += piece.length;
    }
    return values;
  });
}
