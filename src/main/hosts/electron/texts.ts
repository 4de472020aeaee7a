import type { Language } from '../../../shared/words/language';
import { macRoles, roles } from '../../../shared/words/ko/roles';
import { wordsIn } from '../../../shared/words/words';
import type { Message } from '../../../shared/words/message';
import { say } from '../../../shared/words/say';

let current: Language = 'en';

const words = wordsIn(() => current).desktop;

export type Texts = typeof words;

/** The texts of menu and dialogs in the language in use. */
export function texts(): Texts {
  return words;
}

/** What something that Electron does by itself is called; undefined where Electron's own name for it does. */
export function roleName(role: string, isMac: boolean): string | undefined {
  if (current === 'en') return undefined;
  const named: Readonly<Record<string, string>> = isMac ? { ...roles, ...macRoles } : roles;
  return named[role];
}

/** The language in use. */
export function spokenNow(): Language {
  return current;
}

/** An error or a reason in the language in use; a sentence that is there in English alone stays as it is. */
export function said(words: Message | string): string {
  return say(current, words);
}

/** @returns whether it is another language than before. */
export function speak(language: Language): boolean {
  const isOther = language !== current;
  current = language;
  return isOther;
}
