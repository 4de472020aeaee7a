import { expect, it } from 'vitest';
import { wheelVersions } from './library';

it('tells the versions of wheels from the folders that pip leaves', () => {
  const names = ['tensorflow', 'nvidia', 'nvidia_cuda_runtime_cu12-12.9.79.dist-info', 'complete.json'];
  expect([...wheelVersions(names)]).toEqual([['nvidia_cuda_runtime_cu12', '12.9.79']]);
});
