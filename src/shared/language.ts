import { type Language, languages, type Settings } from './contract/settings';

/**
 * The language to speak: the one chosen, else the first of the system's that the studio speaks, else English.
 * @param tags The system's languages, the preferred one first: "ko-KR".
 */
export function spokenLanguage(choice: Settings['language'], tags: readonly string[]): Language {
  if (choice !== 'system') return choice;
  const wanted = tags.map((tag) => tag.slice(0, 2).toLowerCase());
  return wanted.flatMap((tag) => languages.filter((language) => language === tag))[0] ?? 'en';
}
