import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ImportProgress } from '../../shared/contract/dataset';
import { progressStages } from './progress-stages';

describe('progressStages', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('holds back what comes too fast, but never the first nor the last of a stage', () => {
    const sent: ImportProgress[] = [];
    const { push, flush } = progressStages((progress) => void sent.push(progress));
    for (const stage of ['Reading', 'Writing'] as const) {
      for (let done = 1; done <= 100; done += 1) push({ stage, done, total: 100 });
    }
    flush();
    expect(sent.map(({ stage, done }) => [stage, done])).toEqual([
      ['Reading', 1],
      ['Reading', 100],
      ['Writing', 1],
      ['Writing', 100],
    ]);
  });
});
