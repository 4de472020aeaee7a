import type { Language, Settings } from '../../shared/contract/settings';
import { en } from './words/en';
import { ko } from './words/ko';

const tables: Readonly<Record<Language, typeof en>> = { en, ko };

/** What the system shows for the studio, outside its window, in the language of the settings or of the system. */
export function mainWords(language: Settings['language'], systemLocale: string): typeof en {
  if (language !== 'system') return tables[language];
  return systemLocale.startsWith('ko') ? ko : en;
}
