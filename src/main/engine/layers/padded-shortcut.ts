import type { PaddedShortcutLayer } from '../../../shared/network/layer';
import { integersAttribute, stringAttribute, typeAttribute } from '../graph/attributes';
import type { Tensor } from '../graph/graph';
import { pad, slice } from '../graph/operations';
import type { BuiltLayer, Pass } from './pass';

/** Average pooling over a window of 1x1 takes every `stride`-th pixel, in less time than a strided slice. */
export function buildPaddedShortcut(pass: Pass, layer: PaddedShortcutLayer, [input]: readonly [Tensor]): BuiltLayer {
  const { graph } = pass;
  const attributes = {
    T: typeAttribute(input.type),
    ksize: integersAttribute([1, 1, 1, 1]),
    strides: integersAttribute([1, layer.stride, layer.stride, 1]),
    padding: stringAttribute('VALID'),
    data_format: stringAttribute('NHWC'),
  };
  const { channelsBefore, channelsAfter } = layer;
  const inputShape = pass.shapeOf(layer.inputs[0] ?? '');
  const strided = layer.stride > 1;
  const sampled = strided ? graph.add(input.type, { op: 'AvgPool', inputs: [input], attributes }) : input;
  const none = [0, 0] as const;
  const output = pad(graph, sampled, [none, none, none, [channelsBefore, channelsAfter]]);

  const backward = (gradient: Tensor): Tensor[] => {
    const toSampled = slice(graph, gradient, [0, 0, 0, channelsBefore], [-1, -1, -1, inputShape[2]]);
    if (!strided) return [toSampled];
    const inputs = [pass.dimensions(input, inputShape), toSampled];
    return [graph.add(input.type, { op: 'AvgPoolGrad', inputs, attributes })];
  };
  return { output, backward };
}
