import { afterEach, describe, expect, it } from 'vitest';
import {
  formatBytes,
  formatClock,
  formatCount,
  formatDate,
  formatDuration,
  formatPercent,
  formatProbability,
  formatTimeIn,
  formatWeekday,
} from './format';
import { speak, words } from './words.svelte';

describe('numbers', () => {
  it('groups thousands', () => {
    expect(formatCount(853_018)).toBe('853,018');
    expect(formatCount(0)).toBe('0');
  });

  it('uses one word for one thing and the other for none or many', () => {
    expect(words.datasets.classes({ count: 1 })).toBe('1 class');
    expect(words.datasets.classes({ count: 0 })).toBe('0 classes');
    expect(words.datasets.pictures({ count: 60_000 })).toBe('60,000 pictures');
  });

  it('writes memory in MiB, and in GiB from one on', () => {
    expect(formatBytes(640 * 2 ** 20)).toBe('640 MiB');
    expect(formatBytes(1.25 * 2 ** 30)).toBe('1.3 GiB');
  });

  it('writes fractions as percentages', () => {
    expect(formatPercent(0.0689)).toBe('6.9 %');
    expect(formatPercent(1, 0)).toBe('100 %');
  });

  it('never rounds a probability to certainty', () => {
    expect(formatProbability(0)).toBe('0.0 %');
    expect(formatProbability(0.0004)).toBe('< 0.1 %');
    expect(formatProbability(0.0005)).toBe('0.1 %');
    expect(formatProbability(0.9994)).toBe('99.9 %');
    expect(formatProbability(0.9996)).toBe('> 99.9 %');
    expect(formatProbability(1)).toBe('100.0 %');
  });
});

describe('times', () => {
  it.each([
    [0, '0 s'],
    [59.4, '59 s'],
    [59.6, '1 min 0 s'],
    [200, '3 min 20 s'],
    [4320, '1 h 12 min'],
    [187_200, '2 d 4 h'],
  ])('writes %d seconds as %s', (seconds, words) => {
    expect(formatDuration(seconds)).toBe(words);
  });

  it('writes the time of day with two digits each', () => {
    expect(formatClock(new Date(2026, 10, 23, 7, 5))).toBe('07:05');
  });

  it('writes a day and its time', () => {
    expect(formatDate(new Date(2026, 10, 23, 17, 40).toISOString())).toBe('23 Nov 2026, 17:40');
  });
});

describe('in Korean', () => {
  afterEach(() => speak('en'));

  it('units follow their numbers without a space', () => {
    speak('ko');
    expect(formatCount(853_018)).toBe('853,018');
    expect(formatPercent(0.0689)).toBe('6.9%');
    expect([0.0004, 0.9996].map(formatProbability)).toEqual(['< 0.1%', '> 99.9%']);
    expect([47, 200, 4320, 187_200].map(formatDuration)).toEqual(['47초', '3분 20초', '1시간 12분', '2일 4시간']);
    expect(formatTimeIn('minute', 13)).toBe('13분');
  });

  it('a date begins with the year', () => {
    const instant = new Date(2026, 10, 23, 17, 40);
    expect(formatWeekday(instant)).toBe('Mon');
    speak('ko');
    expect(formatDate(instant.toISOString())).toBe('2026년 11월 23일 17:40');
    expect(formatWeekday(instant)).toBe('월요일');
  });
});
