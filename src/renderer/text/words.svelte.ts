import type { Language } from '../../shared/contract/settings';
import { language } from './language.svelte';
import { en, type Messages } from './messages/en';
import { ko } from './messages/ko';

export { speak } from './language.svelte';

const tables: Readonly<Record<Language, Messages>> = { en, ko };

/** The texts of the language in use: `words.settings.title`. Read them where they are shown, never at a module's start. */
export const words: Messages = Object.defineProperties(
  {},
  Object.fromEntries(
    (Object.keys(en) as (keyof Messages)[]).map((part) => [
      part,
      { enumerable: true, get: () => tables[language()][part] },
    ]),
  ),
) as Messages;
