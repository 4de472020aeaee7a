import { join } from 'node:path';
import { expect, it } from 'vitest';
import { numberTypes } from './number-types';
import { readTensorHeader, readTensors } from './safetensors';

const path = join(import.meta.dirname, 'fixtures', 'number-types-by-torch.safetensors');

it.each([...numberTypes.keys(), 'F16.special'])('reads %s as PyTorch converts it to float32', async (name) => {
  const tensors = new Map((await readTensors(path)).tensors.map((tensor) => [tensor.name, tensor.data]));
  expect(tensors.get(name)).toBeDefined();
  expect(tensors.get(name)).toEqual(tensors.get(`expected.${name}`));
});

it('tells names and shapes without reading the data', async () => {
  const { tensors } = await readTensorHeader(path);
  expect(tensors).toContainEqual({ name: 'F64', shape: [7] });
  expect(tensors.map(({ name }) => name)).toEqual((await readTensors(path)).tensors.map(({ name }) => name));
});
