import { afterEach, describe, expect, it } from 'vitest';
import { buildNetwork } from '../../shared/network/build';
import { findVariant } from '../../shared/network/variants';
import { Engine, type StepResult } from './engine';
import { hashedBatch, hashedState, uniform } from './fixtures/hashed-data';
import cases from './fixtures/trajectory.json';
import { isAuxiliary } from './network/auxiliary';

type Case = (typeof cases)[number];

const norm = (values: Float32Array): number => Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));

/** Rounding switches ReLUs: after one step PyTorch's momentum in float32 is up to 2e-3 away from that in float64. */
const deepMomentumTolerance = 1e-2;

let engine: Engine | undefined;

afterEach(() => engine?.dispose());

/** The engine of a case, in the state that PyTorch started from. */
async function prepare(chosen: Case): Promise<Engine> {
  const shortcut = chosen.shortcut === 'B' ? 'B' : 'A';
  const variant = findVariant(`${chosen.shortcut === null ? 'plain' : 'resnet'}${chosen.depth}`, { shortcut });
  const network = buildNetwork(variant, [chosen.size, chosen.size, chosen.channels], 10);
  const mean =
    chosen.mean === 'channel'
      ? [0.5, 0.45, 0.4].slice(0, chosen.channels)
      : [...uniform(3000, chosen.size ** 2 * chosen.channels)];
  const normalization = { mean, standardDeviation: [0.25, 0.3, 0.2].slice(0, chosen.channels) };
  const { weightDecay, decayAll } = chosen;
  engine = await Engine.create({ network, normalization, precision: 'float32', weightDecay, decayAll });
  engine.initialise(0);
  engine.writeState(hashedState(engine.readState().filter(({ name }) => !isAuxiliary(name))));
  return engine;
}

function train(subject: Engine, { batch, size, channels, learningRate }: Case, steps: number): StepResult[] {
  return Array.from({ length: steps }, (_, step) => {
    const { images, labels } = hashedBatch(step, batch, size ** 2 * channels);
    return subject.trainStep(images, labels, learningRate);
  });
}

/** The largest difference, in parts of the largest number. */
function difference(actual: ArrayLike<number>, expected: readonly number[]): number {
  expect(actual).toHaveLength(expected.length);
  const largest = Math.max(...expected.map(Math.abs));
  return Math.max(...expected.map((value, index) => Math.abs((actual[index] ?? NaN) - value))) / largest;
}

describe.each(cases)('$name beside PyTorch', (chosen) => {
  const bytes = chosen.size ** 2 * chosen.channels;

  it('gives the same logits, loss and layer responses', async () => {
    const subject = await prepare(chosen);
    const { images, labels } = hashedBatch(0, chosen.batch, bytes);
    expect(difference(subject.predict(images.slice(0, 4 * bytes)), chosen.logits)).toBeLessThan(1e-4);
    expect(difference(subject.responses(images).standardDeviations, chosen.responses)).toBeLessThan(1e-4);
    expect(difference([subject.evaluate(images, labels).lossSum], [chosen.evaluationLoss])).toBeLessThan(1e-4);
  });

  it('follows the same losses', async () => {
    const steps = train(await prepare(chosen), chosen, chosen.losses.length);
    chosen.losses.forEach((loss, step) => {
      expect(Math.abs((steps[step]?.loss ?? NaN) / loss - 1)).toBeLessThan(1e-3);
    });
    const early = steps.slice(0, 10).map(({ top1Errors }) => top1Errors);
    expect(early).toEqual(chosen.wrong.slice(0, 10));
  });

  it('reaches the same weights, running statistics and momentum', async () => {
    const subject = await prepare(chosen);
    train(subject, chosen, chosen.stateStep);
    const state = new Map(subject.readState().map(({ name, data }) => [name, data]));
    expect([...state.keys()].sort()).toEqual(Object.keys(chosen.norms).sort());
    for (const [name, expected] of Object.entries(chosen.norms)) {
      const tolerance = isAuxiliary(name) && chosen.depth > 8 ? deepMomentumTolerance : 1e-3;
      expect(Math.abs(norm(state.get(name) ?? new Float32Array()) / expected - 1), name).toBeLessThan(tolerance);
    }
    for (const [name, expected] of Object.entries(chosen.samples)) {
      expect(difference(state.get(name) ?? [], expected), name).toBeLessThan(1e-3);
    }
  });
});
