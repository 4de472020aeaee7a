import { afterEach, describe, expect, it } from 'vitest';
import { buildNetwork, type Network } from '../../shared/network/build';
import { findVariant, type Variant, type VariantOptions } from '../../shared/network/variants';
import { Engine } from './engine';
import { eagerGradients } from './fixtures/eager-network';
import { hashedBatch, hashedState, type Batch } from './fixtures/hashed-data';
import { isAuxiliary } from './network/auxiliary';
import { loadRuntime } from './runtime';
import type { NamedTensor } from './state';

const normalization = { mean: [0.5, 0.45, 0.4], standardDeviation: [0.25, 0.3, 0.2] };

let engine: Engine | undefined;

afterEach(() => engine?.dispose());

async function prepare(network: Network): Promise<Engine> {
  engine = await Engine.create({ network, normalization, precision: 'float32' });
  engine.initialise(0);
  engine.writeState(hashedState(engine.readState().filter(({ name }) => !isAuxiliary(name))));
  return engine;
}

/** Two narrow stages of the ImageNet family: deep ones switch ReLUs by rounding, and their gradients with them. */
function shallow(name: string, options: VariantOptions): Variant {
  const variant = findVariant(name, options);
  const stages = [4, 8].map((filters, index) => ({ blocks: 2, filters, stride: index + 1 }));
  return { ...variant, family: 'cifar', stem: { ...variant.stem, filters: 8 }, stages };
}

const odd: Variant = { ...shallow('resnet50', {}), family: 'imagenet' };

/** A plain layer behind a pool, and highway layers. */
function shallowHighway(): Variant {
  const variant = findVariant('highway19');
  const stages = [4, 8].map((filters, index) => ({ blocks: 2, filters, stride: index + 1 }));
  return { ...variant, stem: { ...variant.stem, filters: 4 }, stages };
}

const cases: readonly [string, Variant, number][] = [
  ['resnet8 with option A', findVariant('resnet8', { shortcut: 'A' }), 8],
  ['resnet8 with option B', findVariant('resnet8', { shortcut: 'B' }), 8],
  ['resnet8 with option C', findVariant('resnet8', { shortcut: 'C' }), 8],
  ['plain8', findVariant('plain8'), 8],
  ['basic blocks behind an ImageNet stem', shallow('resnet18', {}), 24],
  ["bottlenecks with the paper's stride", shallow('resnet50', { bottleneckStride: '1x1' }), 24],
  ["bottlenecks with torchvision's stride", shallow('resnet50', { bottleneckStride: '3x3' }), 24],
  ['bottlenecks with option A', shallow('resnet50', { shortcut: 'A' }), 24],
  ['plain bottlenecks', shallow('plain50', {}), 24],
  ['highway layers', shallowHighway(), 16],
  ['sides that leave rests at the strides, and bytes in the last word', odd, 67],
];

describe.each(cases)('gradients of %s', (_, variant, side) => {
  const network = buildNetwork(variant, [side, side, 3], 10);
  const batch = hashedBatch(0, 12, side * side * 3);

  it("equal tfjs's own eager gradients", async () => {
    const subject = await prepare(network);
    const state = subject.readState();
    const actual = subject.gradients(batch.images, batch.labels);
    const expected = eagerGradients((await loadRuntime()).tf, network, normalization, state, batch);
    expect(actual.map((tensor) => tensor.name).sort()).toEqual([...expected.keys()].sort());
    for (const { name: parameter, data } of actual) {
      const other = expected.get(parameter) ?? new Float32Array();
      const largest = other.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
      const apart = data.reduce((most, value, index) => Math.max(most, Math.abs(value - (other[index] ?? NaN))), 0);
      expect(apart / largest, parameter).toBeLessThan(1e-3);
    }
  });
});

/** The mean loss of a batch in training mode, from a step whose rate is zero, which leaves the parameters alone. */
function lossAt(subject: Engine, state: readonly NamedTensor[], { images, labels }: Batch): number {
  subject.writeState(state);
  return subject.trainStep(images, labels, 0).loss;
}

/** A state moved along a direction, parameter by parameter. */
function moved(state: readonly NamedTensor[], direction: readonly NamedTensor[], distance: number): NamedTensor[] {
  const byName = new Map(direction.map(({ name, data }) => [name, data]));
  return state.map((tensor) => {
    const along = byName.get(tensor.name);
    const data = tensor.data.map((value, index) => value + distance * (along?.[index] ?? 0));
    return along ? { ...tensor, data } : tensor;
  });
}

describe('finite differences', () => {
  const batch = hashedBatch(0, 12, 8 * 8 * 3);
  const network = buildNetwork(findVariant('resnet8', { shortcut: 'B' }), [8, 8, 3], 10);

  it.each([
    ['a strided convolution', 'layer2.0.conv1.weight'],
    ['a projection', 'layer3.0.downsample.0.weight'],
    ['the first convolution', 'conv1.weight'],
    ['a scale', 'layer1.0.bn1.weight'],
    ['a shift', 'layer2.0.bn2.bias'],
    ['the dense kernel', 'fc.weight'],
    ['the dense bias', 'fc.bias'],
  ])('agree with the gradient of %s', async (_, parameter) => {
    const subject = await prepare(network);
    const state = subject.readState();
    const gradient = subject.gradients(batch.images, batch.labels).filter(({ name }) => name === parameter);
    const [slope] = gradient;
    const length = Math.hypot(...(slope?.data ?? []));
    expect(length).toBeGreaterThan(0);
    const direction = gradient.map((tensor) => ({ ...tensor, data: tensor.data.map((value) => value / length) }));
    const distance = 2e-3;
    const ahead = lossAt(subject, moved(state, direction, distance), batch);
    const behind = lossAt(subject, moved(state, direction, -distance), batch);
    expect(Math.abs((ahead - behind) / (2 * distance) / length - 1)).toBeLessThan(0.02);
  });
});
