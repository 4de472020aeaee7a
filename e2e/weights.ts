import { writeTensors } from '../src/main/engine/weights/safetensors';
import { weightShapes } from '../src/main/engine/weights/shapes';
import { buildNetwork } from '../src/shared/network/build';
import type { Shape } from '../src/shared/network/layer';
import { findVariant } from '../src/shared/network/variants';

interface Weights {
  readonly variant: string;
  readonly shape: Shape;
  readonly classes: readonly string[];
}

/** Writes a file of weights, all the same number, which names its classes as a checkpoint of the studio does. */
export async function writeWeights(path: string, { variant, shape, classes }: Weights): Promise<void> {
  const network = buildNetwork(findVariant(variant), shape, classes.length);
  const tensors = [...weightShapes(network)].map(([name, shape]) => ({
    name,
    shape,
    data: new Float32Array(shape.reduce((product, side) => product * side, 1)).fill(0.1),
  }));
  const normalization = {
    mean: Array<number>(shape[2]).fill(0.5),
    standardDeviation: Array<number>(shape[2]).fill(0.25),
  };
  const metadata = {
    variant,
    classes: JSON.stringify(classes),
    shape: JSON.stringify(shape),
    normalization: JSON.stringify(normalization),
  };
  await writeTensors(path, { metadata, tensors });
}
