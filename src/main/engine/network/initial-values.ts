import type { FlatVariable } from './flat-variable';
import { sizeOf } from './parameters';

/**
 * The values of flat variables before training; one that starts as another comes after it.
 * @param normals Standard normal numbers, taken in order for what is drawn.
 * @param zeroed Names of parameters that start at 0 instead of their own value.
 */
export function initialValues(
  variables: readonly Pick<FlatVariable, 'length' | 'parameters'>[],
  normals: Float32Array,
  zeroed: ReadonlySet<string>,
): Float32Array[] {
  let used = 0;
  const pieces = new Map<string, Float32Array>();
  return variables.map(({ length, parameters }) => {
    const values = new Float32Array(length);
    let offset = 0;
    for (const { name, shape, initial } of parameters) {
      const piece = values.subarray(offset, offset + sizeOf(shape));
      pieces.set(name, piece);
      if ('value' in initial) piece.fill(zeroed.has(name) ? 0 : initial.value);
      else if ('sameAs' in initial) piece.set(pieces.get(initial.sameAs) ?? []);
      else {
        piece.set(normals.subarray(used, used + piece.length).map((number) => number * initial.deviation));
        used += piece.length;
      }
      offset += piece.length;
    }
    return values;
  });
}
