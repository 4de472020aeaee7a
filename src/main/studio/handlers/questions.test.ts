import { describe, expect, it, vi } from 'vitest';
import { questionHandlers } from './questions';

describe('questionHandlers', () => {
  it('ask the inspector about the weights of the run', async () => {
    const request = vi.fn(() => Promise.resolve('answer' as never));
    const handlers = questionHandlers({
      runs: {
        checkpoint: (run) => Promise.resolve(`${run}/best`),
        latestCheckpoint: (run) => Promise.resolve(`${run}/last`),
      },
      inspector: { request },
    });
    expect(await handlers['classify.pictures']({ run: 'a', paths: ['/1.png'], top: 5 })).toBe('answer');
    await handlers['layers.inspect']({ run: 'b', layer: 'conv1', picture: { path: '/1.png' } });
    expect(request.mock.calls).toEqual([
      ['classify.pictures', { weights: { path: 'a/best' }, paths: ['/1.png'], top: 5 }],
      ['layers.inspect', { weights: { path: 'b/last' }, layer: 'conv1', picture: { path: '/1.png' } }],
    ]);
  });
});
