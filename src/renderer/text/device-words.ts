import type { Message } from '../../shared/words/message';
import { say } from '../../shared/words/say';
import { language } from './language.svelte';

/** What the main process found to compute with; the names of GPUs are their own. */
export function deviceName(name: Message | string): string {
  return say(language(), name);
}
