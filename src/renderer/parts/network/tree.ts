import type { PlacedNode } from './layout';

/** Where an item stands among those of the same parent. */
export interface TreePlace {
  readonly position: number;
  readonly size: number;
}

/** The items of the tree, from top to bottom. */
export function treeItems(nodes: readonly PlacedNode[]): PlacedNode[] {
  return nodes.filter(({ level }) => level > 0);
}

function siblings(items: readonly PlacedNode[], index: number): number[] {
  const level = items[index]?.level ?? 0;
  let first = index;
  while (first > 0 && (items[first - 1]?.level ?? 0) >= level) first -= 1;
  const found: number[] = [];
  for (let at = first; at < items.length && (items[at]?.level ?? 0) >= level; at += 1) {
    if (items[at]?.level === level) found.push(at);
  }
  return found;
}

/** Each item's place, by its name. */
export function treePlaces(items: readonly PlacedNode[]): Map<string, TreePlace> {
  const places = new Map<string, TreePlace>();
  items.forEach(({ id }, index) => {
    if (places.has(id)) return;
    const group = siblings(items, index);
    group.forEach((at, order) => {
      const item = items[at];
      if (item) places.set(item.id, { position: order + 1, size: group.length });
    });
  });
  return places;
}

function parentOf(items: readonly PlacedNode[], index: number): string | null {
  const level = items[index]?.level ?? 0;
  for (let at = index - 1; at >= 0; at -= 1) {
    const item = items[at];
    if (item && item.level < level) return item.id;
  }
  return null;
}

export type TreeMove =
  { readonly kind: 'go'; readonly to: string } | { readonly kind: 'fold' | 'unfold' | 'choose'; readonly id: string };

/**
 * What a key does in a tree, as the ARIA authoring practices have it: up and down go to the next item, right unfolds
 * or goes to the first child, left folds or goes to the parent, Enter and Space choose.
 */
export function treeMove(items: readonly PlacedNode[], current: string | null, key: string): TreeMove | null {
  const index = items.findIndex(({ id }) => id === current);
  const item = items[Math.max(0, index)];
  if (!item) return null;
  const go = (to: string | null | undefined): TreeMove | null => (to ? { kind: 'go', to } : null);
  if (key === 'Home') return go(items[0]?.id);
  if (key === 'End') return go(items.at(-1)?.id);
  if (key === 'ArrowDown') return go(items[index + 1]?.id);
  if (key === 'ArrowUp') return go(items[index - 1]?.id);
  if (key === 'Enter' || key === ' ') return { kind: 'choose', id: item.id };
  if (key === 'ArrowRight') {
    if (item.unfolded === false) return { kind: 'unfold', id: item.id };
    return item.unfolded ? go(items[index + 1]?.id) : null;
  }
  if (key !== 'ArrowLeft') return null;
  return item.unfolded ? { kind: 'fold', id: item.id } : go(parentOf(items, index));
}
