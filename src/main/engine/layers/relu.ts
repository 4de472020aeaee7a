import { typeAttribute } from '../graph/attributes';
import type { Tensor } from '../graph/graph';
import type { BuiltLayer, Pass } from './pass';

/** The gradient is told from the output, so that the input need not be kept. */
export function buildRelu({ graph }: Pass, [input]: readonly [Tensor]): BuiltLayer {
  const attributes = { T: typeAttribute(input.type) };
  const output = graph.add(input.type, { op: 'Relu', inputs: [input], attributes });
  const backward = (gradient: Tensor): Tensor[] => [
    graph.add(input.type, { op: 'ReluGrad', inputs: [gradient, output], attributes }),
  ];
  return { output, backward };
}
