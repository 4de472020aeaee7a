import { describe, expect, it } from 'vitest';
import type { SchedulePlan } from '../../../shared/recipe/learning-rate';
import { scheduleView, unplannedWords } from './schedule-view';

const plan = (changes: Partial<SchedulePlan> = {}): SchedulePlan => ({
  schedule: 'step',
  learningRate: 0.1,
  milestones: [0.5, 0.75],
  warmup: null,
  steps: 4000,
  stepsPerEpoch: 400,
  ...changes,
});

describe('scheduleView', () => {
  it('lies along the epochs, with each drop marked', () => {
    const view = scheduleView(plan(), '#00f');
    expect(view.x).toMatchObject({ low: 0, high: 10 });
    expect(view.marks).toEqual([
      { x: 5, label: 'rate 0.01' },
      { x: 7.5, label: 'rate 0.001' },
    ]);
    expect(view.series[0]?.points.at(-1)).toEqual({ x: 10, y: 0.001 });
  });

  it('marks no drop where none is planned, and none after the end', () => {
    expect(scheduleView(plan({ schedule: 'cosine' }), '#00f').marks).toEqual([]);
    expect(scheduleView(plan({ milestones: [4000] }), '#00f').marks).toEqual([]);
  });
});

describe('unplannedWords', () => {
  it('tells what depends on the run', () => {
    const warmup = { until: 'error', error: 0.8 } as const;
    expect(unplannedWords(plan({ warmup }))).toBe('It begins at 0.01, until the training error is below 80 %.');
    expect(unplannedWords(plan({ schedule: 'plateau' }))).toContain('stalls');
    expect(unplannedWords(plan({ warmup: { until: 'epoch', epochs: 1 } }))).toBe('');
  });
});
