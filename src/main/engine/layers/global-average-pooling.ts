import type { GlobalAveragePoolingLayer } from '../../../shared/network/layer';
import { typeAttribute } from '../graph/attributes';
import type { Tensor } from '../graph/graph';
import { binary, cast, reduce, reshape } from '../graph/operations';
import type { BuiltLayer, Pass } from './pass';

/** The mean over height and width, as float32 [batch, channels]: from here on everything is float32. */
export function buildGlobalAveragePooling(
  pass: Pass,
  layer: GlobalAveragePoolingLayer,
  [input]: readonly [Tensor],
): BuiltLayer {
  const { graph } = pass;
  const [height, width, channels] = pass.shapeOf(layer.inputs[0] ?? '');
  const output = reduce(graph, 'Mean', cast(graph, input, 'float32'), [1, 2]);

  const backward = (gradient: Tensor): Tensor[] => {
    const share = binary(graph, 'Mul', gradient, graph.floats([1 / (height * width)], []));
    const pixel = reshape(graph, cast(graph, share, input.type), [-1, 1, 1, channels]);
    const attributes = { T: typeAttribute(input.type), Tmultiples: typeAttribute('int32') };
    const inputs = [pixel, graph.integers([1, height, width, 1])];
    return [graph.add(input.type, { op: 'Tile', inputs, attributes })];
  };
  return { output, backward };
}
