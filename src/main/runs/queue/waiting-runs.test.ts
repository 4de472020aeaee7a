import { describe, expect, it } from 'vitest';
import { noNumbers } from '../run-numbers';
import { stateFile } from '../state-file';
import { moved, takeFirst, takeOut, WaitingInMemory } from './waiting-runs';

describe('the order of waiting runs', () => {
  it.each([
    ['b', 'up', 'bac'],
    ['a', 'up', 'abc'],
    ['b', 'down', 'acb'],
    ['c', 'down', 'abc'],
    ['c', 'first', 'cab'],
    ['a', 'last', 'bca'],
    ['x', 'first', 'abc'],
  ] as const)('with %s moved %s is %s', (run, move, order) => {
    expect(moved(['a', 'b', 'c'], run, move).join('')).toBe(order);
  });

  it('passes over runs that were cancelled or removed meanwhile', async () => {
    const waiting = new WaitingInMemory();
    await waiting.change(() => ['removed', 'cancelled', 'good', 'next']);
    const states: Record<string, 'stopped' | 'queued'> = { cancelled: 'stopped', good: 'queued', next: 'queued' };
    const readState = (run: string) => {
      const state = states[run];
      return state ? Promise.resolve(stateFile(state, null, null, noNumbers)) : Promise.reject(new Error('is missing'));
    };
    expect(await takeFirst(waiting, { readState })).toBe('good');
    expect(await waiting.read()).toEqual(['next']);
    expect(await takeOut(waiting, 'good')).toBe(false);
    expect(await takeOut(waiting, 'next')).toBe(true);
    expect(await takeFirst(waiting, { readState })).toBeUndefined();
  });
});
