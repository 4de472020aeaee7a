import type { BatchNormalizationLayer } from '../../../shared/network/layer';
import { booleanAttribute, floatAttribute, stringAttribute, typeAttribute } from '../graph/attributes';
import type { Tensor } from '../graph/graph';
import type { BuiltLayer, Pass } from './pass';

/** Added to the variance, as PyTorch does. */
export const epsilon = 1e-5;

/** Scale and shift after normalisation by the batch's statistics in training, by the running ones in inference. */
export function buildBatchNormalization(
  pass: Pass,
  layer: BatchNormalizationLayer,
  [input]: readonly [Tensor],
): BuiltLayer {
  const { graph, training } = pass;
  const attributes = {
    T: typeAttribute(input.type),
    U: typeAttribute('float32'),
    epsilon: floatAttribute(epsilon),
    data_format: stringAttribute('NHWC'),
    is_training: booleanAttribute(training),
  };
  const scale = pass.parameter(`${layer.name}.weight`);
  const shift = pass.parameter(`${layer.name}.bias`);
  const unused = graph.floats([]);
  const statistics = training
    ? [unused, unused]
    : [pass.parameter(`${layer.name}.running_mean`), pass.parameter(`${layer.name}.running_var`)];
  const node = graph.addNode({
    op: 'FusedBatchNormV3',
    inputs: [input, scale, shift, ...statistics],
    attributes: { ...attributes, exponential_avg_factor: floatAttribute(1) },
  });
  const part = (index: number): Tensor => ({ name: `${node}:${index}`, type: 'float32' });
  if (training) pass.giveStatistics(layer.name, part(1), part(2));

  const backward = (gradient: Tensor): Tensor[] => {
    const inputs = [gradient, input, scale, part(3), part(4), part(5)];
    const gradientNode = graph.addNode({ op: 'FusedBatchNormGradV3', inputs, attributes });
    pass.giveGradient(`${layer.name}.weight`, { name: `${gradientNode}:1`, type: 'float32' });
    pass.giveGradient(`${layer.name}.bias`, { name: `${gradientNode}:2`, type: 'float32' });
    return [{ name: gradientNode, type: input.type }];
  };
  return { output: { name: node, type: input.type }, backward };
}
