import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Throttle } from './throttle';

describe('Throttle', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function open() {
    const sent: number[][] = [];
    const joined = new Throttle<number[]>(
      (values) => void sent.push(values),
      (waiting, next) => [...waiting, ...next],
    );
    return { sent, throttle: joined };
  }

  it('sends at most 20 messages a second, and loses none of 1,000 values that are joined', () => {
    const { sent, throttle } = open();
    for (let value = 0; value < 1000; value += 1) {
      throttle.push([value]);
      vi.advanceTimersByTime(1);
    }
    vi.advanceTimersByTime(100);
    expect(sent.length).toBeLessThanOrEqual(21);
    expect(sent.flat()).toEqual(Array.from({ length: 1000 }, (_, index) => index));
  });

  it('sends the first value, and the first after a pause, at once', () => {
    const { sent, throttle } = open();
    throttle.push([1]);
    expect(sent).toEqual([[1]]);
    vi.advanceTimersByTime(1000);
    throttle.push([2]);
    expect(sent).toEqual([[1], [2]]);
  });

  it('sends the newest of those that wait where they are not joined', () => {
    const sent: number[] = [];
    const throttle = new Throttle<number>((value) => void sent.push(value));
    for (const value of [1, 2, 3]) throttle.push(value);
    expect(sent).toEqual([1]);
    vi.advanceTimersByTime(50);
    expect(sent).toEqual([1, 3]);
    vi.advanceTimersByTime(1000);
    expect(sent).toEqual([1, 3]);
  });

  it('sends what waits before something else follows', () => {
    const { sent, throttle } = open();
    throttle.push([1]);
    throttle.push([2]);
    throttle.flush();
    expect(sent).toEqual([[1], [2]]);
    vi.advanceTimersByTime(1000);
    throttle.flush();
    expect(sent).toHaveLength(2);
  });
});
