import type { Language } from '../../shared/contract/settings';
import { en, type Messages } from './messages/en';
import { ko } from './messages/ko';

const tables: Readonly<Record<Language, Messages>> = { en, ko };
const state = $state<{ language: Language }>({ language: 'en' });

export function speak(next: Language): void {
  state.language = next;
}

/** The texts of the language in use: `words.settings.title`. Read them where they are shown, never at a module's start. */
export const words: Messages = Object.defineProperties(
  {},
  Object.fromEntries(
    (Object.keys(en) as (keyof Messages)[]).map((part) => [
      part,
      { enumerable: true, get: () => tables[state.language][part] },
    ]),
  ),
) as Messages;
