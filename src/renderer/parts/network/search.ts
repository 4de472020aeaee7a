import type { Network } from '../../../shared/network/build';

const mostMatches = 12;

/**
 * The layers and blocks that a text may mean: first those whose names begin with it, then those that contain it, each in
 * the order of the data flow. Spaces stand for dots, so that "layer2 1 conv" finds `layer2.1.conv1`.
 */
export function findLayers({ layers }: Network, text: string): string[] {
  const wanted = text.trim().toLowerCase().replace(/\s+/g, '.');
  if (wanted === '') return [];
  const names = layers.map(({ name }) => name);
  const begin = names.filter((name) => name.toLowerCase().startsWith(wanted));
  const contain = names.filter((name) => !name.toLowerCase().startsWith(wanted) && name.toLowerCase().includes(wanted));
  const exact = names.filter((name) => name.toLowerCase() === wanted);
  return [...new Set([...exact, ...begin, ...contain])].slice(0, mostMatches);
}
