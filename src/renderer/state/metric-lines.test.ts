import { describe, expect, it } from 'vitest';
import type { MetricEvent } from '../../shared/contract/metrics';
import { MetricLines } from './run-data';

const line = (step: number): MetricEvent => ({
  event: 'step',
  step,
  epoch: 1,
  loss: 1 / step,
  top1Error: 0.5,
  learningRate: 0.1,
  imagesPerSecond: 400,
  loadingMillis: 0,
  stepMillis: 300,
  time: step,
});
const lines = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => line(first + index));
const steps = (events: readonly MetricEvent[]) => events.map((event) => ('step' in event ? event.step : null));

describe('MetricLines', () => {
  it('passes lines on in order', () => {
    const metrics = new MetricLines();
    expect(steps(metrics.take(0, lines(1, 3)))).toEqual([1, 2, 3]);
    expect(steps(metrics.take(3, lines(4, 5)))).toEqual([4, 5]);
    expect(metrics.next).toBe(5);
  });

  it('drops what is known already, wholly or in part', () => {
    const metrics = new MetricLines();
    metrics.take(0, lines(1, 4));
    expect(metrics.take(1, lines(2, 3))).toEqual([]);
    expect(steps(metrics.take(2, lines(3, 6)))).toEqual([5, 6]);
    expect(metrics.next).toBe(6);
  });

  it('keeps what comes after a gap until the lines between have come', () => {
    const metrics = new MetricLines();
    expect(metrics.take(4, lines(5, 6))).toEqual([]);
    expect(metrics.take(6, lines(7, 7))).toEqual([]);
    expect(metrics.hasGap).toBe(true);
    expect(steps(metrics.take(0, lines(1, 4)))).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(metrics.hasGap).toBe(false);
  });

  it('joins a reading that overlaps what waits and stops short of the rest', () => {
    const metrics = new MetricLines();
    metrics.take(3, lines(4, 5));
    metrics.take(8, lines(9, 9));
    expect(steps(metrics.take(0, lines(1, 4)))).toEqual([1, 2, 3, 4, 5]);
    expect(metrics.hasGap).toBe(true);
    expect(steps(metrics.take(5, lines(6, 8)))).toEqual([6, 7, 8, 9]);
  });

  it('goes on without lines that are lost', () => {
    const metrics = new MetricLines();
    metrics.take(0, lines(1, 2));
    metrics.take(6, lines(7, 8));
    metrics.take(10, lines(11, 11));
    expect(steps(metrics.skipGap())).toEqual([7, 8]);
    expect(metrics.next).toBe(8);
    expect(steps(metrics.skipGap())).toEqual([11]);
    expect(metrics.hasGap).toBe(false);
    expect(metrics.skipGap()).toEqual([]);
  });
});

describe('lines that are no events', () => {
  it('are counted where a reading says so', () => {
    const lines = new MetricLines(5);
    expect(lines.take(0, [])).toEqual([]);
    expect(lines.next).toBe(5);
    lines.take(5, [], 9);
    expect([lines.next, lines.hasGap]).toEqual([9, false]);
  });
});
