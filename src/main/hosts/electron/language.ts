import { app } from 'electron';
import type { Settings } from '../../../shared/contract/settings';
import { spokenLanguage } from '../../../shared/words/language';
import { speak } from './texts';

/**
 * Speaks the language of the settings from now on; what is shown already keeps its own. The app must be ready.
 * @returns whether it is another one than before.
 */
export function applyLanguage(choice: Settings['language']): boolean {
  return speak(spokenLanguage(choice, [app.getLocale(), ...app.getPreferredSystemLanguages()]));
}
