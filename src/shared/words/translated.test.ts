import { describe, expect, it } from 'vitest';
import { en } from './en';
import { ko } from './ko';
import type { Texts } from './values';

/** "window.settings.themes.dark" -> the text there. */
function flatten(texts: Texts, prefix = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, text]): [string, string][] =>
    typeof text === 'string' ? [[`${prefix}${key}`, text]] : flatten(text, `${prefix}${key}.`),
  );
}

/** What of a text is read: neither its values nor what chooses between its variants. */
const read = (text: string): string => text.replace(/\{\$[^}]*\}/g, '').replace(/^\s*\.(input|local|match)[^{]*/g, '');

const english = flatten(en);
const korean = new Map(flatten(ko));

describe('the texts', () => {
  it('are never empty', () => {
    for (const [key, text] of [...english, ...korean]) expect(text, key).not.toBe('');
  });

  it('are translated: what is the same in both languages has no words of English', () => {
    const same = english.filter(([key, text]) => read(text) === read(korean.get(key) ?? ''));
    expect(same.filter(([, text]) => /\b[a-z]{3,}\b/.test(read(text)))).toEqual([]);
  });
});
