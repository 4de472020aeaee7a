import { integerAttribute, typeAttribute } from '../graph/attributes';
import type { Graph, Tensor } from '../graph/graph';
import { binary, halfSquares, unary } from '../graph/operations';

/** Keeps a norm of zero from dividing by zero, as in PyTorch's clip_grad_norm_. */
const epsilon = 1e-6;

/**
 * Scales gradients down together where their norm, over all elements of all of them, is above `most`: by
 * most / (norm + 1e-6), as PyTorch's clip_grad_norm_ does.
 */
export function clipByGlobalNorm(graph: Graph, gradients: readonly Tensor[], most: number): Tensor[] {
  const attributes = { T: typeAttribute('float32') };
  const halves = gradients.map((gradient) => halfSquares(graph, gradient));
  const sum = graph.add('float32', {
    op: 'AddN',
    inputs: halves,
    attributes: { ...attributes, N: integerAttribute(halves.length) },
  });
  const norm = unary(graph, 'Sqrt', binary(graph, 'Mul', sum, graph.floats([2], [])));
  const share = binary(
    graph,
    'RealDiv',
    graph.floats([most], []),
    binary(graph, 'AddV2', norm, graph.floats([epsilon], [])),
  );
  const scale = binary(graph, 'Minimum', share, graph.floats([1], []));
  return gradients.map((gradient) => binary(graph, 'Mul', gradient, scale));
}
