import { afterEach, describe, expect, it } from 'vitest';
import { buildNetwork } from '../../shared/network/build';
import type { BottleneckStride } from '../../shared/network/families';
import { findVariant } from '../../shared/network/variants';
import { Engine, type EngineOptions } from './engine';
import { hashedBatch, hashedState, type Range } from './fixtures/hashed-data';
import fixture from './fixtures/torchvision.json';
import { isAuxiliary } from './network/auxiliary';
import { networkParameters, sizeOf } from './network/parameters';
import { outerShape } from './state';

const normalization = { mean: [0.5, 0.45, 0.4], standardDeviation: [0.25, 0.3, 0.2] };
const options = { normalization, precision: 'float32' } as const;

let engine: Engine | undefined;

afterEach(() => engine?.dispose());

interface Case {
  readonly name: string;
  readonly size: number;
  readonly bottleneckStride?: string;
}

/** The engine of a case, in the state that PyTorch has. */
async function prepare(
  { name, size, bottleneckStride }: Case,
  classes: number,
  special: (name: string) => Range | undefined,
  changes: Partial<EngineOptions> = {},
): Promise<Engine> {
  const variant = findVariant(name, { bottleneckStride: bottleneckStride as BottleneckStride | undefined });
  const network = buildNetwork(variant, [size, size, 3], classes);
  engine = await Engine.create({ ...options, ...changes, network });
  const empty = networkParameters(network).map((parameter) => ({
    name: parameter.name,
    shape: outerShape(parameter),
    data: new Float32Array(sizeOf(parameter.shape)),
  }));
  engine.writeState(hashedState(empty, special));
  return engine;
}

const norm = (values: ArrayLike<number>): number =>
  Math.sqrt(Array.from(values).reduce((sum, value) => sum + value * value, 0));

/** The largest difference, in parts of `largest`. */
function difference(actual: ArrayLike<number>, expected: readonly number[], largest: number): number {
  expect(actual).toHaveLength(expected.length);
  return Math.max(...expected.map((value, index) => Math.abs((actual[index] ?? NaN) - value))) / largest;
}

const largestOf = (values: readonly number[]): number => Math.max(...values.map(Math.abs));

describe.each<(typeof fixture.logits)[number]>(fixture.logits)('$name at $size pixels beside torchvision', (chosen) => {
  it('gives the same logits and layer responses', async () => {
    const classes = 1000;
    const subject = await prepare(chosen, classes, (name) => (name.endsWith('running_var') ? [4, 2] : undefined));
    const { images } = hashedBatch(0, 2, chosen.size ** 2 * 3);
    const logits = subject.predict(images);
    chosen.logits.forEach((expected, row) => {
      const shown = logits.slice(row * classes, row * classes + expected.length);
      expect(difference(shown, expected, chosen.largest)).toBeLessThan(1e-4);
    });
    expect(Math.abs(norm(logits) / chosen.norm - 1)).toBeLessThan(1e-4);
    const { layers, standardDeviations } = subject.responses(images);
    expect(layers).toEqual(Object.keys(chosen.responses));
    const expected = Object.values(chosen.responses);
    standardDeviations.forEach((value, index) => {
      expect(Math.abs(value / (expected[index] ?? NaN) - 1), layers[index]).toBeLessThan(1e-4);
    });
  });
});

const isMomentum = ({ name }: { readonly name: string }): boolean => isAuxiliary(name);

/**
 * Rounding switches ReLUs, and gradients of scales and shifts are small sums of large parts: in float32 some of PyTorch's
 * own momentum buffers are up to 5e-3 away from those in float64, and most are within 1e-3, as ours must be.
 */
describe.each(fixture.training)('20 training steps of $name beside torchvision', (chosen) => {
  it('have the same losses, and end at the same weights, running statistics and momentum', async () => {
    const { size, batch, learningRate, weightDecay } = chosen;
    const last = chosen.name === 'resnet50' ? 'bn3.weight' : 'bn2.weight';
    const calm = (name: string): Range | undefined => (name.endsWith(last) ? [0.2, 0.1] : undefined);
    const subject = await prepare(chosen, 10, calm, { weightDecay });
    chosen.losses.forEach((expected, step) => {
      const { images, labels } = hashedBatch(step, batch, size ** 2 * 3);
      const { loss } = subject.trainStep(images, labels, learningRate);
      expect(Math.abs(loss / expected - 1), `step ${step}`).toBeLessThan(1e-3);
    });
    const state = new Map(subject.readState().map(({ name, data }) => [name, data]));
    expect([...state.keys()].sort()).toEqual(Object.keys(chosen.norms).sort());
    const apart = Object.entries(chosen.norms).map(([name, expected]) => ({
      name,
      distance: Math.abs(norm(state.get(name) ?? []) / expected - 1),
    }));
    const [momentum, weights] = [apart.filter(isMomentum), apart.filter((tensor) => !isMomentum(tensor))];
    for (const { name, distance } of weights) expect(distance, name).toBeLessThan(1e-3);
    for (const { name, distance } of momentum) expect(distance, name).toBeLessThan(2 * chosen.momentumDrift);
    expect(momentum.filter(({ distance }) => distance < 1e-3).length / momentum.length).toBeGreaterThan(0.75);
    for (const [name, expected] of Object.entries(chosen.samples)) {
      const shown = (state.get(name) ?? new Float32Array()).slice(0, expected.length);
      expect(difference(shown, expected, largestOf(expected)), name).toBeLessThan(1e-3);
    }
  });
});
