import { integerAttribute, typeAttribute } from '../graph/attributes';
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

/**
 * The same with smoothed labels (Szegedy et al. 2016, arXiv 1512.00567): the target is 1 - smoothing for the class, and
 * smoothing / classes for every class beside that.
 */
export function smoothedCrossEntropy(
  graph: Graph,
  logits: Tensor,
  labels: Tensor,
  classes: number,
  smoothing: number,
): { losses: Tensor; gradient: Tensor } {
  const share = smoothing / classes;
  const targets = graph.add('float32', {
    op: 'OneHot',
    inputs: [
      labels,
      graph.integers([classes], []),
      graph.floats([1 - smoothing + share], []),
      graph.floats([share], []),
    ],
    attributes: { T: typeAttribute('float32'), TI: typeAttribute('int32'), axis: integerAttribute(-1) },
  });
  const [losses, gradient] = graph.addMany(['float32', 'float32'], {
    op: 'SoftmaxCrossEntropyWithLogits',
    inputs: [logits, targets],
    attributes: { T: typeAttribute('float32') },
  });
  if (!losses || !gradient) throw new Error('the op has two outputs');
  return { losses, gradient };
}
