import type { ConvolutionLayer } from '../../../shared/network/layer';
import {
  booleanAttribute,
  integersAttribute,
  stringAttribute,
  typeAttribute,
  type Attribute,
} from '../graph/attributes';
import type { Tensor } from '../graph/graph';
import { pad, slice } from '../graph/operations';
import { buildOwnConvolution, suitsOwnKernel } from './own-convolution';
import type { BuiltLayer, Pass } from './pass';
import { windowPadding } from './window';

function attributesOf(layer: ConvolutionLayer, input: Tensor, paddingName: string): Record<string, Attribute> {
  return {
    T: typeAttribute(input.type),
    strides: integersAttribute([1, layer.stride, layer.stride, 1]),
    padding: stringAttribute(paddingName),
    data_format: stringAttribute('NHWC'),
    use_cudnn_on_gpu: booleanAttribute(true),
  };
}

/**
 * Cross-correlation without its bias. TensorFlow's SAME pads unevenly under a stride, so strided kernels are padded by an
 * op of their own; the padding forms that Conv2D itself knows fall off the fast bfloat16 kernels on the CPU.
 */
export function buildConvolution(pass: Pass, layer: ConvolutionLayer, [input]: readonly [Tensor]): BuiltLayer {
  if (suitsOwnKernel(pass, layer)) return buildOwnConvolution(pass, layer, input);
  const { graph } = pass;
  const shape = pass.shapeOf(layer.inputs[0] ?? '');
  const [height, width, channels] = shape;
  const [rows, columns] = windowPadding(layer, height, width);
  const keepsSize = layer.stride === 1 && layer.kernel === 2 * layer.padding + 1;
  const padded = !keepsSize && [...rows, ...columns].some((amount) => amount > 0);
  const source = padded ? pad(graph, input, [[0, 0], rows, columns, [0, 0]]) : input;
  const sourceShape = padded
    ? ([height + rows[0] + rows[1], width + columns[0] + columns[1], channels] as const)
    : shape;
  const attributes = attributesOf(layer, input, keepsSize ? 'SAME' : 'VALID');
  const kernelName = `${layer.name}.weight`;
  const kernel = pass.parameter(kernelName);
  const output = graph.add(input.type, { op: 'Conv2D', inputs: [source, kernel], attributes });

  const backward = (gradient: Tensor): Tensor[] => {
    const kernelShape = graph.integers([layer.kernel, layer.kernel, channels, layer.filters]);
    const toKernel = { op: 'Conv2DBackpropFilter', inputs: [source, kernelShape, gradient], attributes };
    pass.giveGradient(kernelName, graph.add(input.type, toKernel));
    const sourceDimensions = pass.dimensions(source, sourceShape);
    const toSource = { op: 'Conv2DBackpropInput', inputs: [sourceDimensions, kernel, gradient], attributes };
    const sourceGradient = graph.add(input.type, toSource);
    if (!padded) return [sourceGradient];
    return [slice(graph, sourceGradient, [0, rows[0], columns[0], 0], [-1, height, width, -1])];
  };
  return { output, backward };
}
