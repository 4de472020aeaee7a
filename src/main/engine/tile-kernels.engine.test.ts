import { describe, expect, it } from 'vitest';
import { integerAttribute, integersAttribute, stringAttribute, typeAttribute } from './graph/attributes';
import type { Tensor } from './graph/graph';
import { cast, pad, shapeOf, slice } from './graph/operations';
import { Comparison } from './fixtures/comparison';
import { loadRuntime } from './runtime';

const { kernels } = await loadRuntime();

interface Convolution {
  readonly batch: number;
  readonly height: number;
  readonly width: number;
  readonly inputs: number;
  readonly filters: number;
  readonly size: 1 | 3;
  readonly stride: 1 | 2;
}

/** The studio's ops in bfloat16, and TensorFlow's in float32 from the same numbers. */
function convolve({ batch, height, width, inputs, filters, size, stride }: Convolution) {
  const comparison = new Comparison();
  const { graph } = comparison;
  const [outHeight, outWidth] = [Math.ceil(height / stride), Math.ceil(width / stride)];
  const rounded = (name: string, shape: readonly number[]): Tensor =>
    cast(graph, comparison.feed(name, shape), 'bfloat16');
  const input = rounded('input', [batch, height, width, inputs]);
  const kernel = rounded('kernel', [size, size, inputs, filters]);
  const gradient = rounded('gradient', [batch, outHeight, outWidth, filters]);
  const addend = rounded('addend', [batch, height, width, inputs]);
  const common = { T: typeAttribute('bfloat16'), stride: integerAttribute(stride) };
  const own = (op: string, tensors: Tensor[], attributes: Record<string, number>): Tensor => {
    const numbers = Object.entries(attributes).map(([name, value]) => [name, integerAttribute(value)] as const);
    const all = { ...common, ...Object.fromEntries(numbers) };
    return cast(graph, graph.add('bfloat16', { op, inputs: tensors, attributes: all }), 'float32');
  };

  const exact = (tensor: Tensor): Tensor => cast(graph, tensor, 'float32');
  const padding = (size - 1) / 2;
  const padded = pad(graph, exact(input), [
    [0, 0],
    [padding, padding],
    [padding, padding],
    [0, 0],
  ]);
  const theirs = (op: string, ...tensors: Tensor[]): Tensor =>
    graph.add('float32', {
      op,
      inputs: tensors,
      attributes: {
        T: typeAttribute('float32'),
        strides: integersAttribute([1, stride, stride, 1]),
        padding: stringAttribute('VALID'),
        data_format: stringAttribute('NHWC'),
      },
    });
  const sum = (tensor: Tensor): Tensor =>
    graph.add('float32', { op: 'AddV2', inputs: [tensor, exact(addend)], attributes: { T: typeAttribute('float32') } });
  const toPadded = theirs('Conv2DBackpropInput', shapeOf(graph, padded), exact(kernel), exact(gradient));
  const toInput = slice(graph, toPadded, [0, padding, padding, 0], [-1, height, width, -1]);
  const toKernel = theirs('Conv2DBackpropFilter', padded, shapeOf(graph, kernel), exact(gradient));
  const place = { height, width };
  const pairs = [
    [own('StudioConvolution', [input, kernel], {}), theirs('Conv2D', padded, exact(kernel))],
    [own('StudioConvolutionInputGradient', [kernel, gradient], { ...place, addends: 0 }), toInput],
    [own('StudioConvolutionInputGradient', [kernel, gradient, addend], { ...place, addends: 1 }), sum(toInput)],
    [own('StudioConvolutionKernelGradient', [input, gradient], { size }), toKernel],
  ] as const;
  return { comparison, pairs };
}

// They need a processor with tiles for bfloat16 (AMX).
describe.skipIf(kernels !== 'amx')("the studio's convolution in bfloat16 beside TensorFlow's in float32", () => {
  const sizes = [
    { batch: 3, height: 32, width: 32, inputs: 16, filters: 16 },
    { batch: 2, height: 7, width: 9, inputs: 16, filters: 48 },
    { batch: 1, height: 1, width: 1, inputs: 32, filters: 16 },
    { batch: 5, height: 4, width: 3, inputs: 64, filters: 32 },
    { batch: 40, height: 8, width: 8, inputs: 64, filters: 64 },
    { batch: 2, height: 14, width: 14, inputs: 256, filters: 128 },
    { batch: 2, height: 7, width: 7, inputs: 512, filters: 512 },
    { batch: 1, height: 100, width: 90, inputs: 48, filters: 112 },
  ];
  const kinds = [
    { size: 3, stride: 1 },
    { size: 3, stride: 2 },
    { size: 1, stride: 1 },
    { size: 1, stride: 2 },
  ] as const;
  const cases = sizes.flatMap((size) => kinds.map((kind) => ({ ...size, ...kind })));
  it.each(cases)(
    '$size x $size, stride $stride, $batch pictures of $height x $width, $inputs to $filters channels',
    async (shape) => {
      const { comparison, pairs } = convolve(shape);
      // A result is rounded to 8 bits.
      for (const difference of await comparison.differences(pairs)) expect(difference).toBeLessThan(2 ** -8);
    },
  );

  it('gives the same bits on every call', async () => {
    const { comparison, pairs } = convolve({
      batch: 9,
      height: 16,
      width: 16,
      inputs: 32,
      filters: 32,
      size: 3,
      stride: 1,
    });
    const session = await comparison.session();
    const own = pairs.map(([tensor]) => tensor);
    const first = session.run(own, comparison.feeds);
    for (let call = 0; call < 10; call += 1) expect(session.run(own, comparison.feeds)).toEqual(first);
  });
});
