import type { ConvolutionLayer } from '../../../shared/network/layer';
import { stringAttribute, typeAttribute } from '../graph/attributes';
import type { Tensor } from '../graph/graph';
import { cast } from '../graph/operations';
import type { BuiltLayer, Pass } from './pass';

/** Adds the bias of a convolution to what it puts out, where it has one. */
export function addBias(pass: Pass, layer: ConvolutionLayer, convolution: BuiltLayer): BuiltLayer {
  if (layer.initialBias === null) return convolution;
  const { graph } = pass;
  const { type } = convolution.output;
  const attributes = { T: typeAttribute(type), data_format: stringAttribute('NHWC') };
  const name = `${layer.name}.bias`;
  const bias = pass.parameter(name);
  const inputs = [convolution.output, cast(graph, bias, type)];
  const output = graph.add(type, { op: 'BiasAdd', inputs, attributes });

  const backward = (gradient: Tensor): Tensor[] => {
    const toBias = graph.add(type, { op: 'BiasAddGrad', inputs: [gradient], attributes });
    pass.giveGradient(name, cast(graph, toBias, bias.type));
    return convolution.backward(gradient);
  };
  return { output, backward };
}
