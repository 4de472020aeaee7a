import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { weightShapes } from '../engine/weights/shapes';
import { networkOf } from '../../shared/network/run-network';
import { writeTensors } from '../engine/weights/safetensors';
import type { NamedTensor } from '../engine/state';
import { message } from '../../shared/words/message';
import { startingFrom, startingNames, startingState } from './starting-weights';
import { sampleConfig } from './testing';

const network = networkOf(sampleConfig);
const size = (shape: readonly number[]): number => shape.reduce((product, side) => product * side, 1);
/** Every weight of the network, all at one value. */
const weightsOf = (value: number): NamedTensor[] =>
  [...weightShapes(network)].map(([name, shape]) => ({ name, shape, data: new Float32Array(size(shape)).fill(value) }));
const without = (name: string): NamedTensor[] => weightsOf(1).filter((tensor) => tensor.name !== name);
const zeros = (name: string, shape: number[]): NamedTensor => ({ name, shape, data: new Float32Array(size(shape)) });

describe('startingNames', () => {
  it('takes every weight, and leaves what training alone needs', () => {
    const file = [...weightsOf(1), zeros('momentum.conv1.weight', [16, 1, 3, 3]), zeros('bn1.num_batches_tracked', [])];
    expect([...startingNames(network, file)]).toEqual([...weightShapes(network).keys()]);
  });

  it('leaves a head for other classes out as a whole', () => {
    const headless = weightsOf(1).filter(({ name }) => !name.startsWith('fc.'));
    const names = startingNames(network, [...headless, zeros('fc.weight', [1000, 64]), zeros('fc.bias', [1000])]);
    expect(names.has('fc.weight') || names.has('fc.bias')).toBe(false);
    expect(names.size).toBe(weightShapes(network).size - 2);
  });

  it.each([
    ['a missing weight', without('layer2.0.bn1.running_var'), 'needs layer2.0.bn1.running_var with the shape [32]'],
    [
      'another shape',
      [...without('conv1.weight'), zeros('conv1.weight', [16, 3, 3, 3])],
      'conv1.weight has the shape [16, 3, 3, 3], and ResNet-8 needs [16, 1, 3, 3]',
    ],
    ['a head in two sizes', [...without('fc.bias'), zeros('fc.bias', [7])], 'fc.bias has the shape [7]'],
    ['other inputs of the head', [...without('fc.weight'), zeros('fc.weight', [2, 512])], 'fc.weight has the shape'],
    [
      'a foreign weight',
      [...weightsOf(1), zeros('layer4.0.conv1.weight', [1])],
      'ResNet-8 has no layer4.0.conv1.weight',
    ],
  ])('refuses %s by its name', (_, tensors, message) => {
    expect(() => startingNames(network, tensors)).toThrow(message);
  });
});

it('puts the weights of the file in place of random ones, and begins the optimiser anew', () => {
  const random = [...weightsOf(0.5), zeros('momentum.conv1.weight', [16, 1, 3, 3])];
  const file = [
    ...weightsOf(2).filter(({ name }) => !name.startsWith('fc.')),
    zeros('fc.weight', [7, 64]),
    zeros('fc.bias', [7]),
  ];
  const state = startingState(network, random, file);
  expect(state.map(({ name }) => name)).toEqual([...weightShapes(network).keys()]);
  for (const { name, data } of state) expect(data[0]).toBe(name.startsWith('fc.') ? 0.5 : 2);
});

it('gives each class the row of its name, and the others what they have', () => {
  const rows = (values: number[]): NamedTensor[] => [
    {
      name: 'fc.weight',
      shape: [values.length, 64],
      data: Float32Array.from(values.flatMap((value) => Array<number>(64).fill(value))),
    },
    { name: 'fc.bias', shape: [values.length], data: Float32Array.from(values) },
  ];
  const file = [...weightsOf(2).filter(({ name }) => !name.startsWith('fc.')), ...rows([7, 8, 9])];
  const state = startingState(network, weightsOf(0.5), file, [2, null]);
  const headOf = (name: string) => state.find((tensor) => tensor.name === name);
  expect(headOf('fc.bias')).toEqual({ name: 'fc.bias', shape: [2], data: Float32Array.of(9, 0.5) });
  const weight = headOf('fc.weight');
  expect([weight?.shape, weight?.data[0], weight?.data[63], weight?.data[64]]).toEqual([[2, 64], 9, 9, 0.5]);
  expect(state.find(({ name }) => name === 'conv1.weight')?.data[0]).toBe(2);
});

describe('startingFrom', () => {
  let path = '';
  beforeEach(async () => void (path = join(await mkdtemp(join(tmpdir(), 'weights-')), 'w.safetensors')));
  afterEach(() => rm(join(path, '..'), { recursive: true }));

  it('records the file, and normalises pixels as its metadata says', async () => {
    const normalization = { mean: [0.3], standardDeviation: [0.7] };
    await writeTensors(path, { metadata: { normalization: JSON.stringify(normalization) }, tensors: weightsOf(1) });
    const config = await startingFrom(path, sampleConfig);
    const sha256 = createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
    const [note] = config.weights?.notes ?? [];
    expect(note).toContain("on trust that they are in the order of the dataset's: round, square");
    expect(config.weights).toEqual({
      source: path,
      sha256,
      notes: [note],
      noteWords: [message('weights.headOnTrust', { count: 2, names: ['round', 'square'] })],
      head: { rows: [0, 1], by: 'order' },
    });
    expect(config.normalization).toEqual(normalization);
  });

  it("keeps the dataset's normalisation where the file says none, and tells what it leaves out", async () => {
    const head = [zeros('fc.weight', [7, 64]), zeros('fc.bias', [7])];
    const tensors = [...weightsOf(1).filter(({ name }) => !name.startsWith('fc.')), ...head];
    await writeTensors(path, { metadata: {}, tensors });
    const config = await startingFrom(path, sampleConfig);
    expect(config.normalization).toEqual(sampleConfig.normalization);
    expect(config.weights?.notes).toEqual(["The head starts from random weights: the file's is not for 2 classes."]);
    expect(config.weights?.noteWords).toEqual([message('weights.newHead', { classes: 2 })]);
  });

  it.each([
    ['the same classes', ['round', 'square'], [0, 1], undefined],
    ['the same in another order', ['square', 'round'], [1, 0], 'keeps the rows of all 2 classes, found by name among'],
    [
      'a class of another name',
      ['oval', 'square'],
      [null, 1],
      '1 of 2 classes, found by name (square); these start anew: round',
    ],
    ['as many others', ['cat', 'dog'], [null, null], 'none of the 2 classes'],
    ['more classes', ['a', 'square', 'round'], [2, 1], 'all 2 classes'],
  ])('finds the rows of the head by names: %s', async (_, classes, rows, note) => {
    const tensors = [
      ...weightsOf(1).filter(({ name }) => !name.startsWith('fc.')),
      zeros('fc.weight', [classes.length, 64]),
      zeros('fc.bias', [classes.length]),
    ];
    await writeTensors(path, { metadata: { classes: JSON.stringify(classes) }, tensors });
    const { weights } = await startingFrom(path, sampleConfig);
    expect(weights?.head).toEqual({ rows, by: 'name' });
    if (note === undefined) expect(weights?.notes).toEqual([]);
    else expect(weights?.notes[0]).toContain(note);
  });

  it('goes by the names that are given, which count for more than those of the file', async () => {
    await writeTensors(path, { metadata: {}, tensors: weightsOf(1) });
    const { weights } = await startingFrom(path, sampleConfig, ['square', 'round']);
    expect(weights?.head).toEqual({ rows: [1, 0], by: 'name' });
    await expect(startingFrom(path, sampleConfig, ['square'])).rejects.toThrow('2 classes, and 1 are named');
  });

  it.each([NaN, Infinity, -Infinity])('refuses %s by the name of its tensor', async (value) => {
    const tensors = weightsOf(1);
    const broken = tensors.find(({ name }) => name === 'layer3.0.conv2.weight');
    broken?.data.fill(value, broken.data.length - 1);
    await writeTensors(path, { metadata: {}, tensors });
    await expect(startingFrom(path, sampleConfig)).rejects.toThrow('tensor layer3.0.conv2.weight holds a number that');
  });

  it('names the file that does not fit', async () => {
    await writeTensors(path, { metadata: {}, tensors: without('conv1.weight') });
    await expect(startingFrom(path, sampleConfig)).rejects.toThrow(`${path} does not fit: ResNet-8 needs conv1.weight`);
  });
});
