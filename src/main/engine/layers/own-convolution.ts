import type { ConvolutionLayer } from '../../../shared/architecture/layer';
import { integerAttribute } from '../graph/attributes';
import type { Tensor } from '../graph/graph';
import type { BuiltLayer, Pass } from './pass';

/** The studio's ops take channels so many at a time. */
export const channelsAtATime = 16;

/** Whether the studio's own convolution computes this layer: 3x3 with stride 1, which most of a residual network is. */
export function suitsOwnKernel({ ownKernels }: Pass, layer: ConvolutionLayer): boolean {
  const channelsFit = [layer.inputChannels, layer.filters].every((count) => count % channelsAtATime === 0);
  return ownKernels && layer.kernel === 3 && layer.stride === 1 && layer.padding === 1 && channelsFit;
}

/** Cross-correlation by minimal filtering, which needs a quarter of the multiplications (native/winograd_transforms.h). */
export function buildOwnConvolution(pass: Pass, layer: ConvolutionLayer, input: Tensor): BuiltLayer {
  const { graph } = pass;
  const kernelName = `${layer.name}.weight`;
  const kernel = pass.parameter(kernelName);
  const output = graph.add('float32', { op: 'StudioConvolution', inputs: [input, kernel] });
  const toInput = (gradient: Tensor, addends: Tensor[]): Tensor => {
    const toKernel = { op: 'StudioConvolutionKernelGradient', inputs: [input, gradient] };
    pass.giveGradient(kernelName, graph.add('float32', toKernel));
    const attributes = { addends: integerAttribute(addends.length) };
    const inputs = [kernel, gradient, ...addends];
    return graph.add('float32', { op: 'StudioConvolutionInputGradient', inputs, attributes });
  };
  return {
    output,
    backward: (gradient) => [toInput(gradient, [])],
    backwardOnto: (gradient, arrived) => toInput(gradient, [arrived]),
  };
}
