import { describe, expect, it } from 'vitest';
import { splitOptions } from './split-options';

describe('splitOptions', () => {
  const counts = (test: number) => ({ name: 'a', train: 3, validation: 1, test });

  it('says of a split without pictures that it cannot be chosen', () => {
    const options = splitOptions({ name: 'Shapes', classes: [counts(0), counts(0)] });
    expect(options.map(({ value, lacks }) => [value, lacks])).toEqual([
      ['train', undefined],
      ['validation', undefined],
      ['test', 'Shapes has no test pictures.'],
    ]);
  });

  it('offers every split that has pictures, and all where the dataset is not here', () => {
    expect(splitOptions({ name: 'Shapes', classes: [counts(0), counts(1)] }).some(({ lacks }) => lacks)).toBe(false);
    expect(splitOptions(undefined).map(({ label, lacks }) => [label, lacks])).toEqual([
      ['Training', undefined],
      ['Validation', undefined],
      ['Test', undefined],
    ]);
  });
});
