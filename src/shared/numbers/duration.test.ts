import { describe, expect, it } from 'vitest';
import { clockDuration, durationParts } from './duration';

describe('a duration', () => {
  it('is parted into hours, minutes and whole seconds', () => {
    expect(durationParts(3723.4)).toEqual({ hours: 1, minutes: 2, seconds: 3 });
    expect(durationParts(59.6)).toEqual({ hours: 0, minutes: 1, seconds: 0 });
    expect(durationParts(-1)).toEqual({ hours: 0, minutes: 0, seconds: 0 });
  });

  it('is written as a clock shows it', () => {
    expect([0, 59.4, 123, 3723].map((seconds) => clockDuration(seconds))).toEqual(['0:00', '0:59', '2:03', '1:02:03']);
    expect(clockDuration(40, true)).toBe('0:00:40');
  });
});
