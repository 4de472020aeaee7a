import type { Message } from '../../shared/words/message';
import { say } from '../../shared/words/say';
import { wordsIn } from '../../shared/words/words';
import { language } from './language.svelte';

export { speak } from './language.svelte';

/** The texts of the language in use: `words.settings.title`. Read them where they are shown, never at a module's start. */
export const words = wordsIn(language).window;

/** An error, a reason or another message in the language in use; a sentence that is there in English alone stays as it is. */
export const said = (words: Message | string): string => say(language(), words);
