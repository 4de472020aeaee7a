import { spokenIn } from '../../shared/spoken/spoken';
import { language } from './language.svelte';
import type { Message } from '../../shared/words/message';

/** An error, a reason or another message of the main process, in the language in use. */
export function spoken(words: Message | string): string {
  return spokenIn(language(), words);
}
