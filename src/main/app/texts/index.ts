import type { Language } from '../../../shared/contract/settings';
import { en, type Texts } from './en';
import { ko } from './ko';

const tables: Readonly<Record<Language, Texts>> = { en, ko };
let spoken: Language = 'en';

/** The texts of menu and dialogs in the language in use. */
export function texts(): Texts {
  return tables[spoken];
}

/** The language in use. */
export function spokenNow(): Language {
  return spoken;
}

/** @returns whether it is another language than before. */
export function speak(language: Language): boolean {
  const isOther = language !== spoken;
  spoken = language;
  return isOther;
}
