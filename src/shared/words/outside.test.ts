import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { inEnglish } from './english';
import { wordsOfIssue } from './outside';
import { say } from './say';

/** What a schema has against a value, as the library says it, and as a window of each language shows it. */
function complaint(schema: z.ZodType, value: unknown) {
  const issue = schema.safeParse(value).error?.issues[0];
  if (!issue) throw new Error('the schema has nothing against it');
  const words = wordsOfIssue(issue);
  return { said: issue.message, english: inEnglish(words), korean: say('ko', words) };
}

describe('wordsOfIssue', () => {
  it.each<[string, z.ZodType, unknown, string]>([
    ['another type', z.string(), 3, '문자열 값이어야 하는데 수 값입니다'],
    ['nothing', z.number(), undefined, '수 값이 없습니다'],
    ['a fraction', z.int(), 0.5, '정수 값이어야 하는데 수 값입니다'],
    ['no list', z.array(z.string()), null, '배열 값이어야 하는데 빈(null) 값입니다'],
    ['too small a number', z.number().min(2), 1, '2 이상이어야 합니다(수)'],
    ['a short text', z.string().min(2), 'a', '2개 이상이어야 합니다(문자열, 글자)'],
    ['an empty list', z.array(z.string()).min(1), [], '1개 이상이어야 합니다(배열, 항목)'],
    ['no member of a choice', z.enum(['a', 'b']), 'c', '"a"|"b" 중 하나여야 합니다'],
    ['not the one value', z.literal('a'), 'c', '"a" 값이어야 합니다'],
    ['a key too many', z.strictObject({}), { a: 1 }, '모르는 항목입니다: "a"'],
    ['two keys too many', z.strictObject({}), { a: 1, b: 2 }, '모르는 항목들입니다: "a", "b"'],
    ['no member of a union', z.union([z.string(), z.number()]), null, '맞지 않는 값입니다'],
    ['a pattern', z.string().regex(/^[a-z]+$/), '1', '패턴 /^[a-z]+$/에 맞아야 합니다'],
    ['no multiple', z.number().multipleOf(8), 9, '8의 배수여야 합니다'],
  ])('says of %s in Korean what the library says in English', (_, schema, value, korean) => {
    const { said, ...words } = complaint(schema, value);
    expect(words).toEqual({ english: said, korean });
  });

  it('leaves what a schema says itself', () => {
    expect(complaint(z.string().regex(/a/, 'It has no a.'), 'b')).toMatchObject({
      english: 'It has no a.',
      korean: 'It has no a.',
    });
  });
});
