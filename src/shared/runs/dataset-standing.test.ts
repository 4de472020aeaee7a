import { describe, expect, it } from 'vitest';
import { datasetStanding } from './dataset-standing';

const trainedOn = { dataset: 'shapes', contentHash: 'before' };

describe('datasetStanding', () => {
  it.each([
    ['same', [{ id: 'shapes', contentHash: 'before' }]],
    ['changed', [{ id: 'shapes', contentHash: 'now' }]],
    // The same content under another id is another dataset: a run goes on with its own alone.
    ['gone', [{ id: 'copy', contentHash: 'before' }]],
    ['gone', []],
  ] as const)('is %s', (standing, datasets) => {
    expect(datasetStanding({ trainedOn }, datasets)).toBe(standing);
  });

  it('is not known of a run that does not say what it was made for', () => {
    expect(datasetStanding({ trainedOn: null }, [])).toBeUndefined();
  });
});
