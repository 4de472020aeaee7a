import { describe, expect, it } from 'vitest';
import { message } from '../words/message';
import { say } from '../words/say';
import { limitsWords } from './limits';
import { expected, refusal } from './refusal';
import { fieldOf } from './fields';

const within = (limits: Parameters<typeof limitsWords>[0]) => [
  say('en', limitsWords(limits)),
  say('ko', limitsWords(limits)),
];

describe('the limits of a number', () => {
  it.each([
    [{}, 'a number', '숫자 하나'],
    [{ whole: true }, 'a whole number', '정수 하나'],
    [{ whole: true, least: 1, most: 65_536 }, 'a whole number from 1 to 65536', '1 이상 65536 이하의 정수'],
    [{ least: 0, below: 1 }, 'a number from 0 to below 1', '0 이상 1 미만의 수'],
    [{ above: 0, most: 1000 }, 'a number above 0 and up to 1000', '0 초과 1000 이하의 수'],
    [{ above: 0, below: 1 }, 'a number above 0 and up to below 1', '0 초과 1 미만의 수'],
    [{ least: 0 }, 'a number from 0', '0 이상의 수'],
    [{ above: 0 }, 'a number above 0', '0 초과의 수'],
    [{ most: 1 }, 'a number up to 1', '1 이하의 수'],
    [{ below: 1 }, 'a number up to below 1', '1 미만의 수'],
  ] as const)('%j are said in both languages', (limits, english, korean) => {
    expect(within(limits)).toEqual([english, korean]);
  });
});

describe('a refusal', () => {
  const of = (given: unknown) => refusal(message('settingNames.momentum'), expected(fieldOf('momentum')), given).words;

  it('names the value, its limits and what was given', () => {
    expect(say('en', of('1.5'))).toBe('Momentum must be a number from 0 to below 1, and 1.5 was given.');
    expect(say('ko', of('1.5'))).toBe('모멘텀은 0 이상 1 미만의 수여야 하는데 1.5가 입력되었습니다.');
  });

  it('says where nothing was given', () => {
    expect(say('en', of(' '))).toBe('Momentum must be a number from 0 to below 1, and nothing was given.');
    expect(say('ko', of(' '))).toContain('아무것도');
    expect(say('en', of('nothing'))).toContain('nothing was given');
  });
});
