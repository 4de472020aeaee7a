import { describe, expect, it } from 'vitest';
import { fuzz, kindNames } from './campaign.mjs';

const cases = 25;

describe('the importer, given files that were changed at random', () => {
  it.each(kindNames)('answers for each that comes as %s', async (kind) => {
    const result = await fuzz(kind, { seed: 1, until: (done) => done === cases });
    expect(result.finds).toEqual([]);
    expect(result).toMatchObject({ cases, crashed: 0, memory: 0, hung: 0 });
    expect(result.answered + result.refused).toBe(cases);
    expect(result.millis).toBeLessThan(10_000);
    expect(result.peakBytes).toBeLessThan(2 ** 30);
  });
});
