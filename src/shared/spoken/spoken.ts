import type { Language } from '../contract/settings';
import { areas } from './korean';
import { type Catalogue, Translator } from './translator';
import type { Message } from '../words/message';
import { say } from '../words/say';

const korean: Catalogue = Object.assign({}, ...Object.values(areas)) as Catalogue;
const translators: Readonly<Record<Language, Translator | null>> = { en: null, ko: new Translator(korean) };

/**
 * What the studio reports in words, in a language: errors, reasons, problems. They are thrown, logged and kept in
 * English; this is for the moment when somebody reads them. A sentence that the catalogue does not know stays as it is.
 */
export function spokenIn(language: Language, words: Message | string): string {
  if (typeof words !== 'string') return say(language, words);
  return translators[language]?.translate(words) ?? words;
}
