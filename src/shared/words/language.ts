/** Those that the studio speaks. */
export const languages = ['en', 'ko'] as const;
export type Language = (typeof languages)[number];

/**
 * The language to speak: the one chosen, else the first of the system's that the studio speaks, else English.
 * @param tags The system's languages, the preferred one first: "ko-KR".
 */
export function spokenLanguage(choice: Language | 'system', tags: readonly string[]): Language {
  if (choice !== 'system') return choice;
  const wanted = tags.map((tag) => tag.slice(0, 2).toLowerCase());
  return wanted.flatMap((tag) => languages.filter((language) => language === tag))[0] ?? 'en';
}
