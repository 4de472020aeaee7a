import { describe, expect, it } from 'vitest';
import { buildNetwork } from '../../shared/network/build';
import { findVariant } from '../../shared/network/variants';
import { UserError } from '../../shared/errors';
import { networkParameters, sizeOf, trainedGroups, type Parameter } from './network/parameters';
import { fromNamedTensors, inStateOrder, toNamedTensors, usedWeights } from './state';

const kernel: Parameter = { name: 'c.weight', group: 'kernels', shape: [1, 2, 3, 2], initial: { deviation: 1 } };
const bias: Parameter = { name: 'f.bias', group: 'affine', shape: [2], initial: { value: 0 } };
const groups = [[kernel], [bias]];
const values = [Float32Array.from({ length: 12 }, (_, index) => index), Float32Array.of(7, 8)];

describe('named tensors', () => {
  it('have filters, input channels, height and width in the order of their axes', () => {
    const [weight] = toNamedTensors(groups, values);
    expect(weight?.shape).toEqual([2, 3, 1, 2]);
    // Element [filter 1, channel 2, row 0, column 1] lies last in both layouts, [0, 1, 0, 0] third in TensorFlow's.
    expect([...(weight?.data ?? [])]).toEqual([0, 6, 2, 8, 4, 10, 1, 7, 3, 9, 5, 11]);
  });

  it('come back as they were', () => {
    expect(fromNamedTensors(groups, toNamedTensors(groups, values))).toEqual(values);
  });

  it('may lack momentum, and may hold counters of batches', () => {
    const momentum = { ...bias, name: 'momentum.f.bias' };
    const counter = { name: 'b.num_batches_tracked', shape: [], data: Float32Array.of(3) };
    const restored = fromNamedTensors([...groups, [momentum]], [...toNamedTensors(groups, values), counter]);
    expect(restored[2]).toEqual(Float32Array.of(0, 0));
  });

  it('are refused by name where one is missing, of another shape or unknown', () => {
    const tensors = toNamedTensors(groups, values);
    const [weight, shift] = tensors;
    if (!weight || !shift) throw new Error('two tensors');
    expect(() => fromNamedTensors(groups, [shift])).toThrow('c.weight with the shape [2, 3, 1, 2] is missing');
    expect(() => fromNamedTensors(groups, [weight, { ...shift, shape: [1, 2] }])).toThrow(
      'f.bias has the shape [1, 2] with 2 numbers; expected is [2]',
    );
    expect(() => fromNamedTensors(groups, [...tensors, { ...shift, name: 'other' }])).toThrow(UserError);
  });
});

describe('the parameters of a network', () => {
  const network = buildNetwork(findVariant('resnet20', { shortcut: 'B' }), [32, 32, 3], 10);
  const parameters = networkParameters(network);

  it('are as many as the architecture counts, without the statistics', () => {
    const trained = parameters.filter(({ group }) => trainedGroups.some((name) => name === group));
    expect(trained.reduce((total, { shape }) => total + sizeOf(shape), 0)).toBe(network.parameters);
    expect(new Set(parameters.map(({ name }) => name)).size).toBe(parameters.length);
  });

  it("are sorted as torchvision's, momentum last", () => {
    const tensor = (name: string) => ({ name, shape: [1], data: new Float32Array(1) });
    const names = ['momentum.conv1.weight', 'fc.bias', 'bn1.running_var', 'fc.weight', 'bn1.bias', 'conv1.weight'];
    expect(inStateOrder(network, names.map(tensor)).map(({ name }) => name)).toEqual([
      ...['conv1.weight', 'bn1.bias', 'bn1.running_var', 'fc.weight', 'fc.bias', 'momentum.conv1.weight'],
    ]);
  });
});

describe('usedWeights', () => {
  const tensor = (name: string, value: number) => ({ name, value });

  it('leaves out what training alone needs', () => {
    const state = [tensor('a', 1), tensor('momentum.a', 2), tensor('exp_avg.a', 3), tensor('optimizer.step', 4)];
    expect(usedWeights(state)).toEqual([tensor('a', 1)]);
  });

  it('takes averages in the place of what they average', () => {
    const state = [tensor('a', 1), tensor('b', 2), tensor('momentum.a', 3), tensor('ema.a', 4)];
    expect(usedWeights(state)).toEqual([tensor('a', 4), tensor('b', 2)]);
  });
});
