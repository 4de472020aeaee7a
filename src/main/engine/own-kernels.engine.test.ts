import { describe, expect, it } from 'vitest';
import { Comparison } from './fixtures/comparison';
import {
  booleanAttribute,
  floatAttribute,
  integerAttribute,
  integersAttribute,
  stringAttribute,
  typeAttribute,
} from './graph/attributes';
import type { Tensor } from './graph/graph';
import { binary, shapeOf } from './graph/operations';

const float = { T: typeAttribute('float32') };

interface Convolution {
  readonly batch: number;
  readonly height: number;
  readonly width: number;
  readonly inputs: number;
  readonly filters: number;
}

function convolve({ batch, height, width, inputs, filters }: Convolution) {
  const comparison = new Comparison();
  const { graph } = comparison;
  const input = comparison.feed('input', [batch, height, width, inputs]);
  const kernel = comparison.feed('kernel', [3, 3, inputs, filters]);
  const gradient = comparison.feed('gradient', [batch, height, width, filters]);
  const attributes = {
    ...float,
    strides: integersAttribute([1, 1, 1, 1]),
    padding: stringAttribute('SAME'),
    data_format: stringAttribute('NHWC'),
  };
  const addend = comparison.feed('addend', [batch, height, width, inputs]);
  const own = (op: string, ...tensors: Tensor[]): Tensor =>
    graph.add('float32', { op, inputs: tensors, attributes: float });
  const ownInputGradient = (...addends: Tensor[]): Tensor =>
    graph.add('float32', {
      op: 'StudioConvolutionInputGradient',
      inputs: [kernel, gradient, ...addends],
      attributes: { ...float, addends: integerAttribute(addends.length) },
    });
  const theirInputGradient = (): Tensor => theirs('Conv2DBackpropInput', shapeOf(graph, input), kernel, gradient);
  const theirs = (op: string, ...tensors: Tensor[]): Tensor =>
    graph.add('float32', { op, inputs: tensors, attributes });
  return {
    comparison,
    pairs: [
      [own('StudioConvolution', input, kernel), theirs('Conv2D', input, kernel)],
      [ownInputGradient(), theirInputGradient()],
      [ownInputGradient(addend), binary(graph, 'AddV2', theirInputGradient(), addend)],
      // This addend is nobody else's, so that its memory is taken for the result.
      [
        ownInputGradient(binary(graph, 'AddV2', addend, addend)),
        binary(graph, 'AddV2', theirInputGradient(), binary(graph, 'AddV2', addend, addend)),
      ],
      [
        own('StudioConvolutionKernelGradient', input, gradient),
        theirs('Conv2DBackpropFilter', input, shapeOf(graph, kernel), gradient),
      ],
    ] as const,
  };
}

describe("the studio's convolution beside TensorFlow's", () => {
  it.each<Convolution>([
    { batch: 3, height: 32, width: 32, inputs: 16, filters: 16 },
    { batch: 2, height: 7, width: 9, inputs: 16, filters: 48 },
    { batch: 1, height: 1, width: 1, inputs: 32, filters: 16 },
    { batch: 5, height: 4, width: 3, inputs: 64, filters: 32 },
    { batch: 1, height: 14, width: 14, inputs: 256, filters: 128 },
  ])('$batch pictures of $height x $width, $inputs to $filters channels', async (shape) => {
    const { comparison, pairs } = convolve(shape);
    for (const difference of await comparison.differences(pairs)) expect(difference).toBeLessThan(2e-5);
  });

  it('gives the same bits on every call', async () => {
    const { comparison, pairs } = convolve({ batch: 9, height: 16, width: 16, inputs: 32, filters: 32 });
    const session = await comparison.session();
    const own = pairs.map(([tensor]) => tensor);
    const first = session.run(own, comparison.feeds);
    for (let call = 0; call < 10; call += 1) expect(session.run(own, comparison.feeds)).toEqual(first);
  });
});

interface Normalization {
  readonly shape: readonly [number, number, number, number];
  readonly shortcut: boolean;
  readonly relu: boolean;
  /** Mean of what is normalised. */
  readonly middle: number;
}

function normalize({ shape, shortcut, relu, middle }: Normalization) {
  const comparison = new Comparison();
  const { graph } = comparison;
  const channels = [shape[3]];
  const input = comparison.feed('input', shape, middle);
  const [scale, offset] = [comparison.feed('scale', channels, 1), comparison.feed('offset', channels)];
  const [others, gradient] = [shortcut ? [comparison.feed('shortcut', shape)] : [], comparison.feed('gradient', shape)];
  const common = { ...float, relu: booleanAttribute(relu), shortcuts: integerAttribute(others.length) };
  const own = graph.addNode({
    op: 'StudioBatchNormalization',
    inputs: [input, scale, offset, ...others],
    attributes: { ...common, epsilon: floatAttribute(1e-5) },
  });
  const part = (node: string, index: number): Tensor => comparison.part(node, index);
  const ownGradient = graph.addNode({
    op: 'StudioBatchNormalizationGradient',
    inputs: [gradient, part(own, 0), input, scale, part(own, 1), part(own, 3)],
    attributes: common,
  });

  const fused = {
    ...float,
    U: typeAttribute('float32'),
    epsilon: floatAttribute(1e-5),
    data_format: stringAttribute('NHWC'),
    is_training: booleanAttribute(true),
  };
  const unused = graph.floats([]);
  const inputs = [input, scale, offset, unused, unused];
  const exponential = { exponential_avg_factor: floatAttribute(1) };
  const theirs = graph.addNode({ op: 'FusedBatchNormV3', inputs, attributes: { ...fused, ...exponential } });
  const [other] = others;
  const sum = other ? binary(graph, 'AddV2', part(theirs, 0), other) : part(theirs, 0);
  const result = relu ? graph.add('float32', { op: 'Relu', inputs: [sum], attributes: float }) : sum;
  const arriving = relu
    ? graph.add('float32', { op: 'ReluGrad', inputs: [gradient, result], attributes: float })
    : gradient;
  const theirGradient = graph.addNode({
    op: 'FusedBatchNormGradV3',
    inputs: [arriving, input, scale, part(theirs, 3), part(theirs, 4), part(theirs, 5)],
    attributes: fused,
  });
  const pairs: [Tensor, Tensor][] = [
    [part(own, 0), result],
    [part(own, 1), part(theirs, 1)],
    [part(own, 2), part(theirs, 2)],
    ...[0, 1, 2].map((index): [Tensor, Tensor] => [part(ownGradient, index), part(theirGradient, index)]),
  ];
  if (shortcut && relu) pairs.push([part(ownGradient, 3), arriving]);
  return { comparison, pairs };
}

describe("the studio's batch normalisation beside TensorFlow's", () => {
  const cases: Normalization[] = [
    { shape: [4, 8, 8, 16], shortcut: false, relu: false, middle: 0 },
    { shape: [4, 8, 8, 16], shortcut: false, relu: true, middle: 0.5 },
    { shape: [3, 5, 7, 48], shortcut: true, relu: true, middle: -1 },
    { shape: [2, 1, 3, 112], shortcut: true, relu: false, middle: 0 },
    { shape: [16, 16, 16, 32], shortcut: true, relu: true, middle: 8 },
  ];
  it.each(cases)('$shape, shortcut: $shortcut, ReLU: $relu, mean $middle', async (options) => {
    const { comparison, pairs } = normalize(options);
    for (const difference of await comparison.differences(pairs)) expect(difference).toBeLessThan(2e-5);
  });

  it('keeps the variance of channels whose mean is far from zero', async () => {
    const { comparison, pairs } = normalize({ shape: [8, 8, 8, 16], shortcut: false, relu: false, middle: 1000 });
    const session = await comparison.session();
    const variance = pairs[2]?.[0];
    const [values = new Float32Array()] = session.run(variance ? [variance] : [], comparison.feeds);
    // The fed numbers are uniform between -1 and 1, rounded to float32 near 1000.
    for (const value of values) expect(Math.abs(value - 1 / 3)).toBeLessThan(0.05);
  });
});
