import { booleanAttribute, floatAttribute, integerAttribute, typeAttribute } from '../graph/attributes';
import type { DataType } from '../graph/data-types';
import type { Tensor } from '../graph/graph';
import { epsilon } from './batch-normalization';
import type { BuiltLayer, Pass } from './pass';
import type { FusedNormalization } from './fuse-layers';

/**
 * Batch normalisation by the batch's statistics, the addition of a shortcut and ReLU as one op of the studio's own, which
 * reads and writes each activation once where TensorFlow's ops do so once each. The gradient of ReLU is told from the
 * result.
 */
export function buildFusedNormalization(pass: Pass, step: FusedNormalization, tensors: readonly Tensor[]): BuiltLayer {
  const { graph } = pass;
  const [input, ...shortcuts] = tensors;
  if (!input) throw new Error(`${step.name} without an input`);
  const { name } = step.normalization;
  const scale = pass.parameter(`${name}.weight`);
  const { type } = input;
  const attributes = {
    T: typeAttribute(type),
    relu: booleanAttribute(step.relu !== null),
    shortcuts: integerAttribute(shortcuts.length),
  };
  const node = graph.addNode({
    op: 'StudioBatchNormalization',
    inputs: [input, scale, pass.parameter(`${name}.bias`), ...shortcuts],
    attributes: { ...attributes, epsilon: floatAttribute(epsilon) },
  });
  const part = (of: string, index: number, as: DataType = 'float32'): Tensor => ({ name: `${of}:${index}`, type: as });
  const output: Tensor = { name: node, type };
  const mean = part(node, 1);
  pass.giveStatistics(name, mean, part(node, 2));

  const backward = (gradient: Tensor): Tensor[] => {
    const inputs = [gradient, output, input, scale, mean, part(node, 3)];
    const gradientNode = graph.addNode({ op: 'StudioBatchNormalizationGradient', inputs, attributes });
    pass.giveGradient(`${name}.weight`, part(gradientNode, 1));
    pass.giveGradient(`${name}.bias`, part(gradientNode, 2));
    return [{ name: gradientNode, type }, ...shortcuts.map((_, index) => part(gradientNode, 3 + index, type))];
  };
  return { output, backward };
}
