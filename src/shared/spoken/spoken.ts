import type { Language } from '../contract/settings';
import { areas } from './korean';
import { type Catalogue, Translator } from './translator';

const korean: Catalogue = Object.assign({}, ...Object.values(areas)) as Catalogue;
const translators: Readonly<Record<Language, Translator | null>> = { en: null, ko: new Translator(korean) };

/**
 * What the studio reports in words, in a language: errors, reasons, problems. They are thrown, logged and kept in
 * English; this is for the moment when somebody reads them. A message that the catalogue does not know stays as it is.
 */
export function spokenIn(language: Language, message: string): string {
  return translators[language]?.translate(message) ?? message;
}
