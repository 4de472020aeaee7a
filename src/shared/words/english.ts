import { Catalogue } from './catalogue';
import { en } from './en';
import type { Message } from './message';

export const english = new Catalogue('en', en);

/** A message as logs, files and the command line have it. */
export function inEnglish(message: Message): string {
  return english.say(message);
}
