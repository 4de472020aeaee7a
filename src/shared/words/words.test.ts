import { describe, expect, it } from 'vitest';
import { Catalogue } from './catalogue';
import { en } from './en';
import { english, inEnglish, known } from './english';
import { ko } from './ko';
import { message, messageSchema, type ValuesOf } from './message';
import { say } from './say';
import { translationOf } from './translation';
import type { Value, ValuesIn } from './values';
import { wordsIn } from './words';

const korean = new Catalogue('ko', ko);
const numeric = new Set(['integer', 'number', 'offset', 'percent', 'bytes']);

/** Whatever fits each value of a text, by the function that it is given to. */
function samples(texts: readonly string[]): Record<string, Value> {
  const found: Record<string, Value> = {};
  for (const [, name = '', called] of texts.join(' ').matchAll(/\{\$([\w-]+)(?: :([\w-]+))?/g)) {
    if (called !== undefined && numeric.has(called)) found[name] = 3;
    else if (called === 'list') found[name] = ['one', 'two'];
    else found[name] ??= 'value';
  }
  return found;
}

function textAt(texts: object, key: string): string {
  const found = key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], texts);
  return String(found);
}

const localsOf = (text: string) => [...text.matchAll(/\.local \$([\w-]+)/g)].map(([, name]) => name);
const namesIn = (text: string) =>
  new Set([...text.matchAll(/\{\$([\w-]+)/g)].map(([, name]) => name).filter((name) => !localsOf(text).includes(name)));

describe('the catalogues', () => {
  it('have the same keys', () => {
    expect([...korean.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it.each(english.keys())('say %s in both languages', (key) => {
    const texts = [textAt(en, key), textAt(ko, key)];
    for (const [index, catalogue] of [english, korean].entries()) {
      const problems: unknown[] = [];
      const said = catalogue.say({ key, values: samples(texts) }, (error) => problems.push(error));
      expect(problems, `${key} of ${index === 0 ? 'en' : 'ko'}`).toEqual([]);
      expect(said.trim()).not.toBe('');
      expect(said).not.toMatch(/\{\$|\}|undefined|\[object/);
    }
  });

  it('use no value in Korean that English does not have', () => {
    const strays = english.keys().filter((key) => {
      const given = namesIn(textAt(en, key));
      return [...namesIn(textAt(ko, key))].some((name) => !given.has(name));
    });
    expect(strays).toEqual([]);
  });

  it('call a thing by one name in Korean', () => {
    // 이미지, 분할, Top-1, 중지, 스테이지, 평활화, 최적, and the formal ending everywhere.
    const others = /사진|나눔|톱\s?[15]|상위 ?[15]|멈추|멈춤|장부|치우기|평범한|최고|평활(?!화)|세요(?![가-힣])/;
    expect(korean.keys().filter((key) => others.test(textAt(ko, key)))).toEqual([]);
  });

  it('call a thing in English what the field calls it', () => {
    const others =
      /\bput away\b|parted by|laid over|become of it|m-adds|ledger|\ba (?:step|picture|epoch|stage), n\b|stop and keep/i;
    expect(english.keys().filter((key) => others.test(textAt(en, key)))).toEqual([]);
  });

  it('leave no particle open', () => {
    const open = /은\(는\)|이\(가\)|을\(를\)|와\(과\)|과\(와\)|\(으\)로|\(이\)|는\(은\)|가\(이\)|를\(을\)/;
    expect(korean.keys().filter((key) => open.test(textAt(ko, key)))).toEqual([]);
  });
});

describe('what is said', () => {
  it('is put together from a text and its values', () => {
    const unknown = message('runs.unknown', { run: 'ResNet-20' });
    expect(say('en', unknown)).toBe('There is no run "ResNet-20".');
    expect(say('ko', unknown)).toBe('학습 기록 "ResNet-20"이 없습니다.');
  });

  it('keeps values as they are', () => {
    for (const run of ['{$run}', '\\', '|', '{{x}}', '$& $1', '']) {
      expect(say('en', message('runs.unknown', { run }))).toBe(`There is no run "${run}".`);
    }
    expect(say('en', message('runs.unknown', { run: 64000 }))).toBe('There is no run "64000".');
    expect(say('en', message('runs.unknown', { run: ['a', 2] }))).toBe('There is no run "a, 2".');
  });

  it('may hold a message', () => {
    const inner = message('runs.unknown', { run: 'a' });
    expect(say('ko', message('runs.unknown', { run: inner }))).toBe(
      '학습 기록 "학습 기록 "a"가 없습니다."가 없습니다.',
    );
  });

  it('stays as it is where it is a sentence', () => {
    expect(say('ko', 'ENOENT: no such file')).toBe('ENOENT: no such file');
  });

  it('is the sentence where the message is of a newer version', () => {
    const newer = { key: 'runs.notThoughtOf', values: {} };
    expect(known(newer, 'The sentence.')).toBe('The sentence.');
    expect(known(undefined, 'The sentence.')).toBe('The sentence.');
    expect(known({ key: 'constructor', values: {} }, 'The sentence.')).toBe('The sentence.');
    expect(known(message('runs.unknown', { run: 'a' }), 'x')).toEqual(message('runs.unknown', { run: 'a' }));
  });
});

describe('the functions of the texts', () => {
  const said = (locale: string, text: string, values: Record<string, Value>) =>
    new Catalogue(locale, { text }).say({ key: 'text', values });

  it('write particles', () => {
    expect(said('ko', '{$a :josa form=은} {$a}{$a :particle form=로}', { a: '사진' })).toBe('사진은 사진으로');
    expect(said('ko', '{$a :josa form=은}', { a: 64000 })).toBe('64000은');
  });

  it('write percentages, bytes and lists as each language does', () => {
    expect(said('en', '{$a :percent}, {$a :percent digits=0}', { a: 0.0689 })).toBe('6.9 %, 7 %');
    expect(said('ko', '{$a :percent}', { a: 0.0689 })).toBe('6.9%');
    expect(said('en', '{$a :bytes}', { a: 1.25 * 2 ** 30 })).toBe('1.3 GiB');
    expect(said('en', '{$a :bytes}', { a: 2 ** 31 })).toBe('2.0 GiB');
    expect([0, 900, 5000, 2 ** 20, 0.6 * 2 ** 30].map((a) => said('en', '{$a :bytes}', { a }))).toEqual([
      ...['0 B', '900 B', '5 KiB', '1 MiB', '614 MiB'],
    ]);
    expect(said('en', '{$a :list}; {$a :list type=or}', { a: ['x', 'y', 'z'] })).toBe('x, y and z; x, y or z');
    expect(said('en', '{$a :integer}', { a: 64000 })).toBe('64,000');
  });

  it('choose by number', () => {
    const text = '.input {$count :integer} .match $count one {{{$count} run}} * {{{$count} runs}}';
    expect([1, 2000].map((count) => said('en', text, { count }))).toEqual(['1 run', '2,000 runs']);
  });
});

describe('words', () => {
  it('are read in the language in use', () => {
    let language: 'en' | 'ko' = 'en';
    const words = wordsIn(() => language);
    const { unknown } = words.runs;
    expect(unknown({ run: 'a' })).toBe('There is no run "a".');
    language = 'ko';
    expect(unknown({ run: 'a' })).toBe('학습 기록 "a"가 없습니다.');
  });
});

describe('a message', () => {
  it('quotes as much as a person reads of what may be of any length', () => {
    const run = 'a'.repeat(100_000);
    expect(inEnglish(message('runs.unknown', { run })).length).toBeLessThan(500);
    const names = Array.from({ length: 5000 }, (_, index) => `epoch-${index}`);
    const said = inEnglish(message('runs.unknownCheckpoint', { run, name: run, names }));
    expect(said).toMatch(/epoch-99, …\.$/);
    expect(said.length).toBeLessThan(2500);
  });

  it('crosses as JSON', () => {
    const sent = message('runs.unknown', { run: ['a', 1, message('runs.unknown', { run: 'b' })] });
    expect(messageSchema.parse(JSON.parse(JSON.stringify(sent)))).toEqual(sent);
    expect(() => messageSchema.parse({ key: 'runs.unknown', values: { run: null } })).toThrow();
  });
});

/** Each of these is a type error where the types of the values are not what they are meant to be. */
type Same<One, Other> = (<T>() => T extends One ? 1 : 2) extends <T>() => T extends Other ? 1 : 2 ? true : false;
interface Original {
  readonly group: { readonly one: 'It is {$a}.' };
}
const translate = translationOf<Original>();
it('takes a translation as it is', () => {
  expect(translate({ group: { one: '{$a}입니다.' } })).toEqual({ group: { one: '{$a}입니다.' } });
});

type Accepted = Parameters<typeof translate<{ group: { one: '{$a}입니다.' } }>>[0];
type Stray = Parameters<typeof translate<{ group: { one: '{$b}입니다.' } }>>[0];
const types: [
  Same<Extract<keyof Accepted, 'stray'>, never>,
  Same<Stray['stray'], 'group.one'>,
  Same<ValuesOf<'runs.unknown'>, { readonly run: Value }>,
  Same<keyof ValuesIn<'nothing'>, never>,
  Same<ValuesIn<'{$a :integer} of {$a}, {$b :josa form=은}'>, { readonly a: number; readonly b: Value }>,
  Same<ValuesIn<'.input {$n :integer} .local $m = {$n :offset subtract=1} .match $m one {{{$m}}} * {{}}'>['n'], number>,
  Same<keyof ValuesIn<'.local $m = {$n :offset subtract=1} {{{$m}}}'>, 'n'>,
  Same<Parameters<typeof message<'runs.unknown'>>['length'], 2>,
] = [true, true, true, true, true, true, true, true];

it('has typed values', () => {
  expect(types).not.toContain(false);
});
