import type { ConvolutionLayer } from '../../../shared/network/layer';
import { integerAttribute, typeAttribute } from '../graph/attributes';
import type { Tensor } from '../graph/graph';
import type { BuiltLayer, Pass } from './pass';

/** The number of channels that the studio's ops take at a time. */
export const channelsAtATime = 16;

/**
 * Whether the studio's own convolution computes this layer: in float32 those of 3x3 with stride 1, which most of a
 * residual network is, in bfloat16 those of 1x1 as well and with stride 2.
 */
export function suitsOwnKernel({ ownKernels, activationType }: Pass, layer: ConvolutionLayer): boolean {
  const { kernel, stride, padding } = layer;
  const channelsFit = [layer.inputChannels, layer.filters].every((count) => count % channelsAtATime === 0);
  const [kernels, strides] =
    activationType === 'bfloat16'
      ? [
          [1, 3],
          [1, 2],
        ]
      : [[3], [1]];
  const fits = kernels.includes(kernel) && strides.includes(stride) && padding === (kernel - 1) / 2;
  return ownKernels && channelsFit && fits;
}

/**
 * Cross-correlation: in float32 by minimal filtering, which needs a quarter of the multiplications
 * (native/winograd_transforms.h), in bfloat16 by the processor's tiles (native/tiles.h).
 */
export function buildOwnConvolution(pass: Pass, layer: ConvolutionLayer, input: Tensor): BuiltLayer {
  const { graph, activationType: type } = pass;
  const [height, width] = pass.shapeOf(layer.inputs[0] ?? '');
  const common = { T: typeAttribute(type), stride: integerAttribute(layer.stride) };
  const kernelName = `${layer.name}.weight`;
  const kernel = pass.parameter(kernelName);
  const output = graph.add(type, { op: 'StudioConvolution', inputs: [input, kernel], attributes: common });
  const toInput = (gradient: Tensor, addends: Tensor[]): Tensor => {
    const toKernel = { op: 'StudioConvolutionKernelGradient', inputs: [input, gradient] };
    const size = { size: integerAttribute(layer.kernel) };
    pass.giveGradient(kernelName, graph.add(type, { ...toKernel, attributes: { ...common, ...size } }));
    const attributes = {
      ...common,
      addends: integerAttribute(addends.length),
      height: integerAttribute(height),
      width: integerAttribute(width),
    };
    const inputs = [kernel, gradient, ...addends];
    return graph.add(type, { op: 'StudioConvolutionInputGradient', inputs, attributes });
  };
  return {
    output,
    backward: (gradient) => [toInput(gradient, [])],
    backwardOnto: (gradient, arrived) => toInput(gradient, [arrived]),
  };
}
