import type { Language } from '../../shared/words/language';

const state = $state<{ language: Language }>({ language: 'en' });

/** What is in use; read in a template or an effect, it makes them follow the language. */
export function language(): Language {
  return state.language;
}

export function speak(next: Language): void {
  state.language = next;
}
