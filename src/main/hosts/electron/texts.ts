import type { Language } from '../../../../shared/contract/settings';
import { spokenIn } from '../../../../shared/spoken/spoken';
import { en, type Texts } from './en';
import { ko } from './ko';

const tables: Readonly<Record<Language, Texts>> = { en, ko };
let current: Language = 'en';

/** The texts of menu and dialogs in the language in use. */
export function texts(): Texts {
  return tables[current];
}

/** The language in use. */
export function spokenNow(): Language {
  return current;
}

/** An error or a reason in the language in use. */
export function spoken(message: string): string {
  return spokenIn(current, message);
}

/** @returns whether it is another language than before. */
export function speak(language: Language): boolean {
  const isOther = language !== current;
  current = language;
  return isOther;
}
