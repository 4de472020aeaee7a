import { afterEach, describe, expect, it } from 'vitest';
import { buildNetwork } from '../../shared/network/build';
import { findVariant } from '../../shared/network/variants';
import { Engine } from './engine';
import { hashedBatch, hashedState } from './fixtures/hashed-data';
import fixture from './fixtures/highway.json';
import { isAuxiliary } from './network/auxiliary';

const { size, channels, batch, weightDecay, learningRate } = fixture;
const bytes = size ** 2 * channels;
const normalization = { mean: [0.5, 0.45, 0.4], standardDeviation: [0.25, 0.3, 0.2] };

let engine: Engine | undefined;

afterEach(() => engine?.dispose());

async function create(precision: 'float32' | 'bfloat16'): Promise<Engine> {
  const network = buildNetwork(findVariant('highway19'), [size, size, channels], 10);
  engine = await Engine.create({ network, normalization, precision, weightDecay });
  engine.initialise(1);
  return engine;
}

/** The engine in the state that PyTorch started from. */
async function prepare(): Promise<Engine> {
  const subject = await create('float32');
  const weights = subject.readState().filter(({ name }) => !isAuxiliary(name));
  subject.writeState(hashedState(weights));
  return subject;
}

const norm = (values: Float32Array): number => Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));

describe('Highway-19 beside PyTorch', () => {
  it('gives the same logits and layer responses', async () => {
    const subject = await prepare();
    const { images } = hashedBatch(0, batch, bytes);
    const largest = Math.max(...fixture.logits.map(Math.abs));
    const logits = subject.predict(images.slice(0, 4 * bytes));
    fixture.logits.forEach((expected, index) => {
      expect(Math.abs((logits[index] ?? NaN) - expected) / largest).toBeLessThan(1e-4);
    });
    const { layers, standardDeviations } = subject.responses(images);
    expect(layers).toEqual(Object.keys(fixture.responses));
    Object.values(fixture.responses).forEach((expected, index) => {
      expect(Math.abs((standardDeviations[index] ?? NaN) / expected - 1)).toBeLessThan(1e-4);
    });
  });

  it('follows the same losses to the same weights and momentum', async () => {
    const subject = await prepare();
    fixture.losses.forEach((expected, step) => {
      const { images, labels } = hashedBatch(step, batch, bytes);
      const { loss } = subject.trainStep(images, labels, learningRate);
      expect(Math.abs(loss / expected - 1), `step ${step}`).toBeLessThan(1e-3);
    });
    const state = new Map(subject.readState().map(({ name, data }) => [name, data]));
    expect([...state.keys()].sort()).toEqual(Object.keys(fixture.norms).sort());
    for (const [name, expected] of Object.entries(fixture.norms)) {
      expect(Math.abs(norm(state.get(name) ?? new Float32Array()) / expected - 1), name).toBeLessThan(1e-3);
    }
  });
});

describe('Highway-19', () => {
  it('in bfloat16 begins where float32 does', async () => {
    const { images, labels } = hashedBatch(0, 2, bytes);
    const first = async (precision: 'float32' | 'bfloat16') =>
      (await create(precision)).trainStep(images, labels, learningRate).loss;
    const whole = await first('float32');
    engine?.dispose();
    expect(Math.abs((await first('bfloat16')) / whole - 1)).toBeLessThan(0.03);
  });
});
