import { typeAttribute } from '../graph/attributes';
import type { Graph, Tensor } from '../graph/graph';
import { cast, reduce } from '../graph/operations';

/** How many pictures' largest logit is not that of their class. */
export function countWrong(graph: Graph, logits: Tensor, labels: Tensor): Tensor {
  const attributes = { T: typeAttribute('float32'), Tidx: typeAttribute('int32'), output_type: typeAttribute('int32') };
  const inputs = [logits, graph.integers([1], [])];
  const predicted = graph.add('int32', { op: 'ArgMax', inputs, attributes });
  const wrong = graph.add('bool', {
    op: 'NotEqual',
    inputs: [predicted, labels],
    attributes: { T: typeAttribute('int32') },
  });
  return reduce(graph, 'Sum', cast(graph, wrong, 'float32'), [0]);
}

/** How many pictures' class is not among the five largest logits. */
export function countOutsideFirstFive(graph: Graph, logits: Tensor, labels: Tensor): Tensor {
  const inputs = [logits, labels, graph.integers([5], [])];
  const inside = graph.add('bool', { op: 'InTopKV2', inputs, attributes: { T: typeAttribute('int32') } });
  const outside = graph.add('bool', { op: 'LogicalNot', inputs: [inside] });
  return reduce(graph, 'Sum', cast(graph, outside, 'float32'), [0]);
}
