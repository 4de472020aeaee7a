import { describe, expect, it } from 'vitest';
import { FakeStudio } from './fake-studio';
import { QueueState } from './queue.svelte';

describe('the queue', () => {
  it('follows what main tells, and asks it for every change', async () => {
    const stopped: string[] = [];
    const studio = new FakeStudio({
      'queue.read': () => ['a', 'b', 'c'],
      'queue.move': ({ run }) => [run, 'a', 'b'],
      'runs.stop': ({ run }) => void stopped.push(run),
    });
    const queue = new QueueState(studio);
    const end = queue.listen();
    await queue.load();
    expect([queue.placeOf('a'), queue.placeOf('c'), queue.placeOf('x')]).toEqual([1, 3, null]);
    await queue.move('c', 'first');
    expect(queue.list).toEqual(['c', 'a', 'b']);
    await queue.cancel('a');
    expect([stopped, queue.list]).toEqual([['a'], ['c', 'b']]);
    studio.send('queue.changed', ['b']);
    expect(queue.list).toEqual(['b']);
    end();
    studio.send('queue.changed', []);
    expect(queue.list).toEqual(['b']);
  });

  it('stays as it is where main refuses', async () => {
    const studio = new FakeStudio({
      'queue.read': () => ['a', 'b'],
      'queue.move': () => Promise.reject(new Error('Run a does not wait')),
    });
    const queue = new QueueState(studio);
    await queue.load();
    await expect(queue.move('a', 'down')).rejects.toThrow('does not wait');
    expect(queue.list).toEqual(['a', 'b']);
  });
});
