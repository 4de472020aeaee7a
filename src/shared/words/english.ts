import { Catalogue } from './catalogue';
import { en } from './en';
import type { Message } from './message';

export const english = new Catalogue('en', en);

/** A message as logs, files and the command line have it. */
export function inEnglish(words: Message | string): string {
  return typeof words === 'string' ? words : english.say(words);
}

/** What was kept as a message beside its English sentence; the sentence where this version does not know the message. */
export function known(message: Message | undefined, sentence: string): Message | string {
  return message && english.has(message.key) ? message : sentence;
}
