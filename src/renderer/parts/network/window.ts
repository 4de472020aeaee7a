import type { Layout, PlacedEdge, PlacedNode } from './layout';

/** The part of a drawing that is near to what is seen. */
export interface Window {
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
}

/** Height in pixels that the drawing is extended by at once when it is scrolled. */
const stride = 120;
/** Strides above and below what is seen that are drawn too. */
const spare = 2;

/** The range to draw for what is seen from `top` on: it changes only now and then while the drawing is scrolled. */
export function drawnRange(top: number, height: number): readonly [number, number] {
  return [(Math.floor(top / stride) - spare) * stride, (Math.ceil((top + height) / stride) + spare) * stride];
}

/**
 * The nodes within a range of heights, and the edges that pass through it with both their ends.
 * A network of a thousand layers is drawn as fast as a small one.
 */
export function windowOf({ nodes, edges }: Layout, [from, to]: readonly [number, number]): Window {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const kept = new Set(nodes.filter(({ y, height }) => y + height >= from && y <= to).map(({ id }) => id));
  const passing = edges.filter(({ source, target }) => {
    const [start, end] = [byId.get(source), byId.get(target)];
    return start && end && start.y <= to && end.y + end.height >= from;
  });
  for (const { source, target } of passing) kept.add(source).add(target);
  return { nodes: nodes.filter(({ id }) => kept.has(id)), edges: passing };
}
