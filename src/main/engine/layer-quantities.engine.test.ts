import { afterEach, describe, expect, it } from 'vitest';
import { buildNetwork } from '../../shared/network/build';
import { findVariant } from '../../shared/network/variants';
import { Engine } from './engine';
import { hashedBatch, hashedState } from './fixtures/hashed-data';
import fixture from './fixtures/layers.json';
import type { Histogram } from './layer-quantities';
import { isAuxiliary } from './network/auxiliary';

const normalization = { mean: [0.5, 0.45, 0.4], standardDeviation: [0.25, 0.3, 0.2] };
const { bins, measured, gradients } = fixture;
type Case = (typeof fixture.cases)[number];

let engine: Engine | undefined;

afterEach(() => engine?.dispose());

async function create({ name, shortcut, size, optimizer, weightDecay }: Case): Promise<Engine> {
  const variant = findVariant(name, shortcut === 'B' ? { shortcut } : {});
  engine = await Engine.create({
    network: buildNetwork(variant, [size, size, 3], 10),
    normalization,
    precision: 'float32',
    weightDecay,
    quantities: true,
    optimizer: optimizer === 'adamw' ? 'adamw' : 'sgd',
    nesterov: optimizer === 'nesterov',
  });
  engine.initialise(0);
  const calm = (tensor: string) => (tensor.endsWith('bn3.weight') ? ([0.2, 0.1] as const) : undefined);
  engine.writeState(
    hashedState(
      engine.readState().filter((tensor) => !isAuxiliary(tensor.name)),
      calm,
    ),
  );
  return engine;
}

function measure(subject: Engine, { size, learningRate }: Case) {
  const before = subject.snapshot();
  const step = hashedBatch(1, measured, size ** 2 * 3);
  subject.trainStep(step.images, step.labels, learningRate);
  const { images, labels } = hashedBatch(0, measured, size ** 2 * 3);
  return subject.layerQuantities(images, labels, gradients, before);
}

/** Rounding moves a value to the next span now and then. */
function expectNear(actual: Histogram | undefined, expected: Histogram): void {
  const total = expected.counts.reduce((sum, count) => sum + count, 0);
  const spread = expected.high - expected.low;
  expect(Math.abs((actual?.low ?? NaN) - expected.low) / spread).toBeLessThan(1e-4);
  expect(Math.abs((actual?.high ?? NaN) - expected.high) / spread).toBeLessThan(1e-4);
  expect(actual?.counts).toHaveLength(bins);
  expect(actual?.counts.reduce((sum, count) => sum + count, 0)).toBe(total);
  const moved = expected.counts.reduce((sum, count, bin) => sum + Math.abs(count - (actual?.counts[bin] ?? NaN)), 0);
  expect(moved / total).toBeLessThan(2e-3);
}

describe.each(fixture.cases)('the layers of $name beside what PyTorch’s hooks see', (chosen) => {
  it('have the same gradients, weights, updates, blocks and histograms', async () => {
    const found = measure(await create(chosen), chosen);

    // Rounding switches ReLUs of 50 layers, within PyTorch as well.
    const tolerance = chosen.name === 'resnet50' ? 2 * chosen.gradientDrift : 1e-4;
    const layers = Object.entries(chosen.layers);
    expect([...found.layers].sort()).toEqual(layers.map(([name]) => name).sort());
    for (const [name, { weight, gradient, update }] of layers) {
      const index = found.layers.indexOf(name);
      const near = (actual: number | undefined, expected: number, what: string, most = 1e-4) =>
        expect(Math.abs((actual ?? NaN) / expected - 1), `${what} of ${name}`).toBeLessThan(most);
      near(found.weightNorms[index], weight, 'weight');
      near(found.gradientNorms[index], gradient, 'gradient', tolerance);
      near(found.updateRatios?.[index], update, 'update', tolerance);
    }

    expect(found.blocks).toEqual(Object.keys(chosen.blocks));
    Object.entries(chosen.blocks).forEach(([name, { ratio, cosine }], index) => {
      expect(Math.abs((found.ratios[index] ?? NaN) / ratio - 1), name).toBeLessThan(1e-4);
      expect(Math.abs((found.cosines[index] ?? NaN) - cosine), name).toBeLessThan(1e-4);
    });

    for (const [name, expected] of Object.entries(chosen.weights)) {
      expectNear(found.histograms.weights[found.layers.indexOf(name)], expected);
    }
    for (const [name, expected] of Object.entries(chosen.activations)) {
      const layer = name.replace('bn', 'conv');
      expectNear(found.histograms.activations[found.responses.layers.indexOf(layer)], expected);
    }
  });
});

describe('measuring', () => {
  const [chosen] = fixture.cases;

  it('changes nothing, agrees with the responses, and leaves the update out where it is not known', async () => {
    if (!chosen) throw new Error('no case');
    const subject = await create(chosen);
    const before = subject.readState();
    const { images, labels } = hashedBatch(0, measured, chosen.size ** 2 * 3);
    const found = subject.layerQuantities(images, labels, gradients, null);
    expect(found.updateRatios).toBeNull();
    expect(found.responses).toEqual(subject.responses(images));
    expect(subject.readState()).toEqual(before);
    expect(subject.layerQuantities(images, labels, gradients, null)).toEqual(found);
  });

  it('gives what a layer puts out', async () => {
    if (!chosen) throw new Error('no case');
    const subject = await create(chosen);
    const { images } = hashedBatch(0, 2, chosen.size ** 2 * 3);
    expect([...subject.activations(images, 'fc')]).toEqual([...subject.predict(images)]);
    const values = subject.activations(images, 'layer2.0.bn1');
    expect(values).toHaveLength(2 * 16 * 16 * 32);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    const { layers, standardDeviations } = subject.responses(images);
    expect(Math.sqrt(variance)).toBeCloseTo(standardDeviations[layers.indexOf('layer2.0.conv1')] ?? NaN, 4);
  });
});
