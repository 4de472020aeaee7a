import { spokenIn } from '../../shared/spoken/spoken';
import { language } from './language.svelte';

/** An error, a reason or another message of the main process, in the language in use. */
export function spoken(message: string): string {
  return spokenIn(language(), message);
}
