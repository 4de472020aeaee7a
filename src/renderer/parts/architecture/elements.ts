import { type Edge, type Node, Position } from '@xyflow/svelte';
import type { Network } from '../../../shared/architecture/build';
import type { PlacedEdge, PlacedNode } from './layout';
import { centre } from './paths';
import type { Window } from './window';

/** The nodes and edges of the library are hidden from screen readers but for the items in the nodes. */
const silentNode = { 'aria-roledescription': undefined };
const silentEdge = { 'aria-roledescription': undefined, 'aria-hidden': true as const };

function nodeOf(node: PlacedNode, { inputShape, classes }: Network): Node {
  const { id, x, y, width, height, look, level } = node;
  return {
    ...{ id, width, height, position: { x, y }, measured: { width, height } },
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
    ...{ id, source, target, type: 'flow', data: { edge, middle } },
    ...{ ariaLabel: undefined, ariaRole: 'presentation', domAttributes: silentEdge },
  };
}

/** What the drawing library is given: everything is placed and measured beforehand. */
export function elementsOf({ nodes, edges }: Window, network: Network): { nodes: Node[]; edges: Edge[] } {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return { nodes: nodes.map((node) => nodeOf(node, network)), edges: edges.map((edge) => edgeOf(edge, byId)) };
}
