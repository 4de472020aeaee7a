import { typeAttribute } from '../graph/attributes';
import type { Graph, Tensor } from '../graph/graph';

/** The cross-entropy of each picture and its gradient with respect to the logits. */
export function softmaxCrossEntropy(
  graph: Graph,
  logits: Tensor,
  labels: Tensor,
): { losses: Tensor; gradient: Tensor } {
  const [losses, gradient] = graph.addMany(['float32', 'float32'], {
    op: 'SparseSoftmaxCrossEntropyWithLogits',
    inputs: [logits, labels],
    attributes: { T: typeAttribute('float32'), Tlabels: typeAttribute('int32') },
  });
  if (!losses || !gradient) throw new Error('the op has two outputs');
  return { losses, gradient };
}
