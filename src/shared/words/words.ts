import type { Language } from './language';
import { en } from './en';
import { say } from './say';
import type { Texts, ValuesIn } from './values';

/** Texts as they are read in code: a string, or a function of the values that the text needs. */
export type Words<Of> = {
  readonly [Key in keyof Of]: Of[Key] extends string
    ? keyof ValuesIn<Of[Key]> extends never
      ? string
      : (values: ValuesIn<Of[Key]>) => string
    : Words<Of[Key]>;
};

function wordsOf(texts: Texts, language: () => Language, above: string): object {
  const words = {};
  for (const [name, text] of Object.entries(texts)) {
    const key = `${above}${name}`;
    if (typeof text !== 'string') {
      Object.defineProperty(words, name, { enumerable: true, value: wordsOf(text, language, `${key}.`) });
      continue;
    }
    const filled = (values: never): string => say(language(), { key, values });
    const get = text.includes('{$') ? () => filled : () => say(language(), { key, values: {} });
    Object.defineProperty(words, name, { enumerable: true, get });
  }
  return words;
}

/**
 * All texts, by their names: `words.runs.unknown({ run })`. Each is said when it is read.
 * @param language The one in use, asked for each time.
 */
export function wordsIn(language: () => Language): Words<typeof en> {
  return wordsOf(en, language, '') as Words<typeof en>;
}
