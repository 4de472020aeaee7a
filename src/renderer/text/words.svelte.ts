import { wordsIn } from '../../shared/words/words';
import { language } from './language.svelte';

export { speak } from './language.svelte';

/** The texts of the language in use: `words.settings.title`. Read them where they are shown, never at a module's start. */
export const words = wordsIn(language).window;
