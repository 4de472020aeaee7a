import { afterEach, describe, expect, it } from 'vitest';
import { buildNetwork } from '../../shared/network/build';
import { findVariant } from '../../shared/network/variants';
import { Engine, type EngineOptions } from './engine';
import { hashedBatch, hashedState } from './fixtures/hashed-data';
import cases from './fixtures/optimization.json';
import { averagedName, isAuxiliary } from './network/auxiliary';

type Case = (typeof cases)[number];

const norm = (values: Float32Array): number => Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));

const engines: Engine[] = [];

afterEach(() => engines.splice(0).forEach((engine) => engine.dispose()));

function optionsOf(chosen: Case): EngineOptions {
  return {
    ...chosen,
    optimizer: chosen.optimizer === 'adamw' ? 'adamw' : 'sgd',
    network: buildNetwork(findVariant('resnet8'), [chosen.size, chosen.size, chosen.channels], 10),
    normalization: { mean: [0.5, 0.45, 0.4], standardDeviation: [0.25, 0.3, 0.2] },
    precision: 'float32',
  };
}

async function create(options: EngineOptions): Promise<Engine> {
  const engine = await Engine.create(options);
  engines.push(engine);
  return engine;
}

/** The engine of a case, in the state that PyTorch started from. */
async function prepare(chosen: Case): Promise<Engine> {
  const engine = await create(optionsOf(chosen));
  engine.initialise(0);
  engine.writeState(hashedState(engine.readState().filter(({ name }) => !isAuxiliary(name))));
  return engine;
}

function losses(engine: Engine, chosen: Case, from: number, to: number): number[] {
  const { batch, size, channels, learningRate } = chosen;
  return Array.from({ length: to - from }, (_, index) => {
    const { images, labels } = hashedBatch(from + index, batch, size ** 2 * channels);
    return engine.trainStep(images, labels, learningRate).loss;
  });
}

describe.each(cases)('$name beside PyTorch', (chosen) => {
  it('follows the same losses to the same state', async () => {
    const engine = await prepare(chosen);
    const steps = chosen.losses.length;
    const curve = losses(engine, chosen, 0, steps);
    curve.forEach((loss, step) => expect(Math.abs(loss / (chosen.losses[step] ?? NaN) - 1)).toBeLessThan(1e-3));
    const { images, labels } = hashedBatch(0, chosen.batch, chosen.size ** 2 * chosen.channels);
    expect(Math.abs(engine.evaluate(images, labels).lossSum / chosen.evaluationLoss - 1)).toBeLessThan(1e-3);
    const state = engine.readState();
    const counted = state.find(({ name }) => name === 'optimizer.step');
    const counts = chosen.optimizer === 'adamw' || chosen.ema > 0;
    expect(counted?.data).toEqual(counts ? Float32Array.of(steps) : undefined);
    // PyTorch keeps no buffers where there is no momentum.
    const unknown = chosen.momentum === 0 ? /^momentum\./ : /^optimizer\.step$/;
    const others = state.filter(({ name }) => !unknown.test(name));
    expect(others.map(({ name }) => name).sort()).toEqual(Object.keys(chosen.norms).sort());
    const expected = new Map<string, number>(Object.entries(chosen.norms));
    for (const { name, data } of others) {
      expect(Math.abs(norm(data) / (expected.get(name) ?? NaN) - 1), name).toBeLessThan(1e-3);
    }
  });

  it('goes on exactly from a state that was saved', async () => {
    const [first, second] = [await prepare(chosen), await create(optionsOf(chosen))];
    losses(first, chosen, 0, 3);
    second.writeState(first.readState());
    expect(second.readState()).toEqual(first.readState());
    expect(losses(second, chosen, 3, 6)).toEqual(losses(first, chosen, 3, 6));
    expect(second.readState()).toEqual(first.readState());
  });
});

describe('the moving average', () => {
  const averaged = cases.find(({ ema }) => ema > 0);
  if (!averaged) throw new Error('no case keeps an average');

  it('is what is evaluated, used and read as weights', async () => {
    const engine = await prepare(averaged);
    losses(engine, averaged, 0, 4);
    const weights = engine.readWeights();
    const state = engine.readState();
    const averages = state.filter(({ name }) => averagedName(name) !== undefined);
    expect(weights).toEqual(averages.map((tensor) => ({ ...tensor, name: averagedName(tensor.name) ?? '' })));
    expect(weights).not.toEqual(state.slice(0, weights.length));
    const { images } = hashedBatch(0, averaged.batch, averaged.size ** 2 * averaged.channels);
    const plain = await create({ ...optionsOf(averaged), ema: 0 });
    plain.writeState(weights);
    expect(plain.predict(images)).toEqual(engine.predict(images));
    expect(plain.responses(images)).toEqual(engine.responses(images));
    plain.writeState(state.slice(0, weights.length));
    expect(plain.predict(images)).not.toEqual(engine.predict(images));
  });

  it('begins as the weights do', async () => {
    const engine = await create(optionsOf(averaged));
    engine.initialise(1);
    const weights = engine.readState().slice(0, engine.readWeights().length);
    expect(engine.readWeights()).toEqual(weights);
    const other = await create({ ...optionsOf(averaged), ema: 0 });
    other.initialise(1);
    expect(other.readWeights()).toEqual(weights);
  });
});
