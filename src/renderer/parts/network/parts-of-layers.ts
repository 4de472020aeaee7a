import type { Layer } from '../../../shared/network/layer';
import type { Part } from './layout';
import type { Block, Outline, Unit } from './outline';

/** The layers that a part stands for. */
export function layersOf(part: Part): readonly Layer[] {
  if (part.kind === 'unit') return part.unit.layers;
  return part.kind === 'block' ? part.block.layers : part.stage.layers;
}

/**
 * Mean value of some layers, each measured one counted once; null where none of them is measured.
 * @param names The name that a layer's value is reported by.
 */
export function meanValue(
  layers: readonly Layer[],
  names: ReadonlyMap<string, string>,
  values: ReadonlyMap<string, number> | null,
): number | null {
  if (!values) return null;
  const measured = new Set(layers.map(({ name }) => names.get(name)));
  let [sum, count] = [0, 0];
  for (const name of measured) {
    const value = name === undefined ? undefined : values.get(name);
    if (value === undefined) continue;
    sum += value;
    count += 1;
  }
  return count === 0 ? null : sum / count;
}

/** Stage and block that must be unfolded for a layer to be seen. */
export function placeOf({ network }: Outline, layer: string): string[] {
  const found = network.layers.find(({ name }) => name === layer);
  return [found?.stage, found?.block].filter((name): name is string => typeof name === 'string');
}

function unitsOf({ units, shortcutUnit, addition }: Block): Unit[] {
  return [...units, ...[shortcutUnit, addition].filter((unit) => unit !== null)];
}

/** The unit that a layer is drawn in. */
export function unitOf({ stem, stages, head }: Outline, layer: string): Unit | undefined {
  const holds = ({ layers }: { readonly layers: readonly Layer[] }) => layers.some(({ name }) => name === layer);
  const block = stages.find(holds)?.blocks.find(holds);
  return [...stem, ...head, ...(block ? unitsOf(block) : [])].find(holds);
}
