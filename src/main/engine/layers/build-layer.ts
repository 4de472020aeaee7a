import type { Tensor } from '../graph/graph';
import { buildAddition } from './addition';
import { addBias } from './bias';
import { buildBatchNormalization } from './batch-normalization';
import { buildConvolution } from './convolution';
import { buildDense } from './dense';
import { buildFusedNormalization } from './fused-normalization';
import { buildGatedAddition } from './gated-addition';
import { buildGlobalAveragePooling } from './global-average-pooling';
import { buildMaximumPooling } from './maximum-pooling';
import { buildPaddedShortcut } from './padded-shortcut';
import type { BuiltLayer, Pass } from './pass';
import { buildRelu } from './relu';
import type { FusedLayer } from './fuse-layers';
import { buildSigmoid } from './sigmoid';

function one([tensor]: readonly Tensor[]): readonly [Tensor] {
  if (!tensor) throw new Error('a layer without an input');
  return [tensor];
}

function two([first, second]: readonly Tensor[]): readonly [Tensor, Tensor] {
  if (!first || !second) throw new Error('an addition without two inputs');
  return [first, second];
}

function three([first, second, third]: readonly Tensor[]): readonly [Tensor, Tensor, Tensor] {
  if (!first || !second || !third) throw new Error('a gated addition without three inputs');
  return [first, second, third];
}

/** Adds the forward ops of a layer, or of several that are computed as one, to the graph. */
export function buildLayer(pass: Pass, layer: FusedLayer, inputs: readonly Tensor[]): BuiltLayer {
  switch (layer.kind) {
    case 'convolution':
      return addBias(pass, layer, buildConvolution(pass, layer, one(inputs)));
    case 'batchNormalization':
      return buildBatchNormalization(pass, layer, one(inputs));
    case 'fusedNormalization':
      return buildFusedNormalization(pass, layer, inputs);
    case 'relu':
      return buildRelu(pass, one(inputs));
    case 'maximumPooling':
      return buildMaximumPooling(pass, layer, one(inputs));
    case 'addition':
      return buildAddition(pass, two(inputs));
    case 'sigmoid':
      return buildSigmoid(pass, one(inputs));
    case 'gatedAddition':
      return buildGatedAddition(pass, three(inputs));
    case 'paddedShortcut':
      return buildPaddedShortcut(pass, layer, one(inputs));
    case 'globalAveragePooling':
      return buildGlobalAveragePooling(pass, layer, one(inputs));
    case 'dense':
      return buildDense(pass, layer, one(inputs));
  }
}
