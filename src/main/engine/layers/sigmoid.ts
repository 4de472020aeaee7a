import { typeAttribute } from '../graph/attributes';
import type { Tensor } from '../graph/graph';
import type { BuiltLayer, Pass } from './pass';

/** 1 / (1 + exp(-x)). */
export function buildSigmoid({ graph }: Pass, [input]: readonly [Tensor]): BuiltLayer {
  const attributes = { T: typeAttribute(input.type) };
  const output = graph.add(input.type, { op: 'Sigmoid', inputs: [input], attributes });
  const backward = (gradient: Tensor): Tensor[] => [
    graph.add(input.type, { op: 'SigmoidGrad', inputs: [output, gradient], attributes }),
  ];
  return { output, backward };
}
