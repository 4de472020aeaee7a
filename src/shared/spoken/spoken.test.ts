import { describe, expect, it } from 'vitest';
import { areas } from './korean';
import { Translator } from './translator';

const entries = Object.values(areas).flatMap((area) => Object.entries(area));
const translator = new Translator(Object.fromEntries(entries));
describe('the Korean catalogue', () => {
  it('reads each message as itself', () => {
    const fill = (text: string) => text.replace(/\{\w+!?\}/g, '◆');
    for (const [key, translation] of entries) expect(translator.translate(fill(key))).toBe(fill(translation));
  });

  it('names each message once', () => {
    const keys = entries.map(([key]) => key);
    expect(keys.filter((key, index) => keys.indexOf(key) < index)).toEqual([]);
  });

  it('has the same values in both languages', () => {
    const names = (text: string) => [...text.matchAll(/\{(\w+)!?\}/g)].map(([, name]) => name).sort();
    for (const [key, translation] of entries) expect([key, names(translation)]).toEqual([key, names(key)]);
  });

  it('is Korean', () => {
    const neutral = new Set(['{path}: {message}', '{reason}; {reasons}']);
    expect(entries.filter(([key, text]) => !/[가-힣]/.test(text) && !neutral.has(key))).toEqual([]);
  });
});
