import type { Language } from './language';
import { Catalogue } from './catalogue';
import { english } from './english';
import { ko } from './ko';
import type { Message } from './message';

const catalogues: Readonly<Record<Language, Catalogue>> = { en: english, ko: new Catalogue('ko', ko) };

/**
 * A message in a language.
 * @param words A sentence that is there in English alone, of the system say or of an older file, stays as it is.
 */
export function say(language: Language, words: Message | string): string {
  return typeof words === 'string' ? words : catalogues[language].say(words);
}
