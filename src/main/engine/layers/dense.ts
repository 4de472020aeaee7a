import type { DenseLayer } from '../../../shared/network/layer';
import { booleanAttribute, stringAttribute, typeAttribute } from '../graph/attributes';
import type { Tensor } from '../graph/graph';
import type { BuiltLayer, Pass } from './pass';

/** Matrix product and bias, in float32. */
export function buildDense(pass: Pass, layer: DenseLayer, [input]: readonly [Tensor]): BuiltLayer {
  const { graph } = pass;
  const type = typeAttribute('float32');
  const multiply = (left: Tensor, right: Tensor, transposed: 'none' | 'left' | 'right'): Tensor => {
    const attributes = {
      T: type,
      transpose_a: booleanAttribute(transposed === 'left'),
      transpose_b: booleanAttribute(transposed === 'right'),
    };
    return graph.add('float32', { op: 'MatMul', inputs: [left, right], attributes });
  };
  const kernel = pass.parameter(`${layer.name}.weight`);
  const biasAttributes = { T: type, data_format: stringAttribute('NHWC') };
  const biasInputs = [multiply(input, kernel, 'none'), pass.parameter(`${layer.name}.bias`)];
  const output = graph.add('float32', { op: 'BiasAdd', inputs: biasInputs, attributes: biasAttributes });

  const backward = (gradient: Tensor): Tensor[] => {
    pass.giveGradient(`${layer.name}.weight`, multiply(input, gradient, 'left'));
    const toBias = { op: 'BiasAddGrad', inputs: [gradient], attributes: biasAttributes };
    pass.giveGradient(`${layer.name}.bias`, graph.add('float32', toBias));
    return [multiply(gradient, kernel, 'right')];
  };
  return { output, backward };
}
