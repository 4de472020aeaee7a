import { describe, expect, it } from 'vitest';
import { en } from './messages/en';
import { ko } from './messages/ko';

type Texts = Record<string, unknown>;

/** "settings.themes.dark" -> the text or function there. */
function flatten(texts: object, prefix = ''): Map<string, unknown> {
  return new Map(
    Object.entries(texts as Texts).flatMap(([key, value]) =>
      typeof value === 'object' && value !== null
        ? [...flatten(value, `${prefix}${key}.`)]
        : [[`${prefix}${key}`, value] as const],
    ),
  );
}

const english = flatten(en);
const korean = flatten(ko);

describe('the message files', () => {
  it('have the same keys in each language', () => {
    expect([...korean.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('have no empty text', () => {
    for (const [key, text] of [...english, ...korean]) {
      if (typeof text === 'string') expect(text.trim(), key).not.toBe('');
    }
  });

  it('are translated: what is the same in both has no words of English', () => {
    const same = [...english].filter(([key, text]) => typeof text === 'string' && korean.get(key) === text);
    expect(same.filter(([, text]) => /\b[a-z]{3,}\b/.test(text as string))).toEqual([]);
  });

  it('are translated where a text holds values, too', () => {
    const written = (text: unknown) =>
      [...String(text).matchAll(/`([^`]*)`|'([^']*)'|"([^"]*)"/g)]
        .map(([, template, single, double]) => (template ?? single ?? double ?? '').replace(/\$\{[^}]*\}/g, ''))
        .join(' ');
    const same = [...english].filter(
      ([key, text]) => typeof text === 'function' && written(text) === written(korean.get(key)),
    );
    expect(same.filter(([, text]) => /\b[a-z]{3,}\b/.test(written(text)))).toEqual([]);
  });
});
