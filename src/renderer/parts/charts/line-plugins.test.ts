import { describe, expect, it } from 'vitest';
import { spread } from './line-plugins';

const spreadOut = (levels: readonly number[]) => {
  const labels = levels.map((y) => ({ text: '', colour: '', x: 0, y }));
  spread(labels, 8, 192);
  return labels.map(({ y }) => y);
};

describe('spread', () => {
  it('leaves labels that are apart where they are', () => {
    expect(spreadOut([50, 20, 100])).toEqual([50, 20, 100]);
  });

  it('moves those that cover each other apart', () => {
    expect(spreadOut([50, 55])).toEqual([50, 66]);
    expect(spreadOut([55, 50])).toEqual([66, 50]);
  });

  it('keeps all within the drawing', () => {
    expect(spreadOut([190, 192])).toEqual([176, 192]);
    expect(spreadOut([-30, -20])).toEqual([8, 24]);
  });
});
