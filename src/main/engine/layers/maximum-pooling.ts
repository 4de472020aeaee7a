import type { MaximumPoolingLayer } from '../../../shared/network/layer';
import { integersAttribute, stringAttribute, typeAttribute } from '../graph/attributes';
import type { Tensor } from '../graph/graph';
import { pad, slice } from '../graph/operations';
import type { BuiltLayer, Pass } from './pass';
import { windowPadding } from './window';

/**
 * The largest of each window. TensorFlow's SAME pads unevenly under a stride, so zeros are padded by an op of their own;
 * as the input comes from a ReLU they never win, and where they tie the ReLU lets no gradient through.
 */
export function buildMaximumPooling(pass: Pass, layer: MaximumPoolingLayer, [input]: readonly [Tensor]): BuiltLayer {
  const { graph } = pass;
  const [height, width] = pass.shapeOf(layer.inputs[0] ?? '');
  const [rows, columns] = windowPadding(layer, height, width);
  const padded = [...rows, ...columns].some((amount) => amount > 0);
  const source = padded ? pad(graph, input, [[0, 0], rows, columns, [0, 0]]) : input;
  const attributes = {
    T: typeAttribute(input.type),
    ksize: integersAttribute([1, layer.kernel, layer.kernel, 1]),
    strides: integersAttribute([1, layer.stride, layer.stride, 1]),
    padding: stringAttribute('VALID'),
    data_format: stringAttribute('NHWC'),
  };
  const output = graph.add(input.type, { op: 'MaxPool', inputs: [source], attributes });

  const backward = (gradient: Tensor): Tensor[] => {
    const inputs = [source, output, gradient];
    const toSource = graph.add(input.type, { op: 'MaxPoolGrad', inputs, attributes });
    if (!padded) return [toSource];
    return [slice(graph, toSource, [0, rows[0], columns[0], 0], [-1, height, width, -1])];
  };
  return { output, backward };
}
