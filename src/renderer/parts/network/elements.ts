import { type Edge, type Node, Position } from '@xyflow/svelte';
import type { Network } from '../../../shared/network/build';
import type { Layout, PlacedEdge, PlacedNode } from './layout';
import { centre } from './paths';
import type { Window } from './window';

/** The nodes and edges of the library are hidden from screen readers but for the items in the nodes. */
const silentNode = { 'aria-roledescription': undefined };
const silentEdge = { 'aria-roledescription': undefined, 'aria-hidden': true as const };

function nodeOf(node: PlacedNode, { inputShape, classes }: Network): Node {
  const { id, x, y, width, height, look, level } = node;
  return {
    id,
    width,
    height,
    position: { x, y },
    measured: { width, height },
    type: level > 0 ? 'item' : 'backdrop',
    data: { node, inputShape, classes },
    zIndex: look === 'frame' ? -1 : look === 'shortcut' ? 2 : 1,
    handles: [
      { type: 'target', position: Position.Top, x: centre - x, y: 0 },
      { type: 'source', position: Position.Bottom, x: centre - x, y: height },
    ],
    domAttributes: silentNode,
  };
}

function edgeOf(edge: PlacedEdge, blocks: ReadonlyMap<string, PlacedNode>): Edge {
  const { id, source, target, block } = edge;
  const folded = block !== null && target === block ? blocks.get(block) : undefined;
  const middle = folded ? folded.y + folded.height / 2 : null;
  return {
    id,
    source,
    target,
    type: 'flow',
    data: { edge, middle },
    ariaLabel: undefined,
    ariaRole: 'presentation',
    domAttributes: silentEdge,
  };
}

/** What the drawing library is given. */
export interface Elements {
  readonly nodes: Node[];
  readonly edges: Edge[];
}

/**
 * The parts of a layout for the drawing library, placed and measured beforehand.
 * @returns a function that picks those of a window: the same objects each time, which the library need not draw again.
 */
export function elementsOf({ nodes, edges }: Layout, network: Network): (window: Window) => Elements {
  const placed = new Map(nodes.map((node) => [node.id, node]));
  const nodeElements = new Map(nodes.map((node) => [node.id, nodeOf(node, network)]));
  const edgeElements = new Map(edges.map((edge) => [edge.id, edgeOf(edge, placed)]));
  return (window) => ({
    nodes: window.nodes.flatMap(({ id }) => nodeElements.get(id) ?? []),
    edges: window.edges.flatMap(({ id }) => edgeElements.get(id) ?? []),
  });
}
