import { describe, expect, it } from 'vitest';
import type { StepEvent } from '../../shared/contract/metrics';
import { smoothingSpan, StepSeries } from './step-series';

const step = (number: number, loss = 2, top1Error = 0.5): StepEvent => ({
  event: 'step',
  step: number,
  epoch: 1,
  loss,
  top1Error,
  learningRate: 0.1,
  imagesPerSecond: 400,
  loadingMillis: 1,
  stepMillis: 300,
  time: number * 0.3,
});

describe('StepSeries', () => {
  it('holds every step of a short run as it came', () => {
    const series = new StepSeries(5);
    for (let number = 1; number <= 3000; number += 1) series.add(step(number, 1 / number));
    expect(series.length).toBe(3000);
    expect(series.column('step')[2999]).toBe(3000);
    expect(series.column('loss')[1499]).toBe(1 / 1500);
    expect(series.column('time')[0]).toBeCloseTo(0.3);
    expect(series.latest?.step).toBe(3000);
  });

  it('smooths without a bias towards 0 at the start, and follows the values afterwards', () => {
    const series = new StepSeries(10);
    for (let number = 1; number <= 20; number += 1) series.add(step(number, 1, 0.5));
    expect([...series.column('smoothError')].every((value) => Math.abs(value - 0.5) < 1e-12)).toBe(true);
    for (let number = 21; number <= 80; number += 1) series.add(step(number, 1, 0.25));
    const smooth = series.column('smoothError');
    expect(smooth[20]).toBeCloseTo(0.5 - 0.5 / 11, 1);
    expect(smooth[79]).toBeCloseTo(0.25, 4);
  });

  it('thins evenly beyond 200,000 steps', () => {
    const series = new StepSeries(100);
    for (let number = 1; number <= 250_001; number += 1) series.add(step(number));
    expect(series.stride).toBe(2);
    expect(series.length).toBe(125_001);
    const steps = series.column('step');
    expect([steps[0], steps[1], steps[100_000], steps[125_000]]).toEqual([1, 3, 200_001, 250_001]);
  });
});

describe('smoothingSpan', () => {
  it('follows the length of the run', () => {
    expect([40, 2000, 64_000].map(smoothingSpan)).toEqual([5, 33, 100]);
  });
});

describe('addColumns', () => {
  it('comes to the same as adding step by step', () => {
    const events = Array.from({ length: 3000 }, (_, index) => ({
      event: 'step' as const,
      step: index + 1,
      epoch: 1,
      loss: 1 / (index + 1),
      top1Error: 0.5,
      learningRate: 0.1,
      imagesPerSecond: 1,
      loadingMillis: 0,
      stepMillis: 1,
      time: index,
    }));
    const [one, other] = [new StepSeries(50), new StepSeries(50)];
    for (const event of events) one.add(event);
    const column = (name: 'step' | 'loss' | 'top1Error' | 'learningRate' | 'time') =>
      Float64Array.from(events, (event) => event[name]);
    other.addColumns(
      {
        step: column('step'),
        loss: column('loss'),
        top1Error: column('top1Error'),
        learningRate: column('learningRate'),
        time: column('time'),
      },
      events.slice(-20),
    );
    for (const name of ['step', 'loss', 'error', 'learningRate', 'time', 'smoothError'] as const) {
      expect(other.column(name)).toEqual(one.column(name));
    }
    expect([other.latest, other.recent]).toEqual([one.latest, one.recent]);
  });
});
