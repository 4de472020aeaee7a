import type { Language } from '../../shared/words/language';
import type { RequestInput, RequestOutput } from '../../shared/contract/studio';
import { spokenLanguage } from '../../shared/words/language';
import type { Studio } from './studio';

type SettingsInUse = RequestOutput<'settings.read'>;
export type Theme = SettingsInUse['theme'];
export type SettingsChange = RequestInput<'settings.change'>;
export type Appearance = 'light' | 'dark';

/** The part of MediaQueryList that tells whether the system is dark. */
export interface DarkSystem {
  readonly matches: boolean;
  addEventListener(type: 'change', listener: () => void): void;
}

/** The settings as main keeps them; null values until they are read. */
export class SettingsState {
  readonly #studio: Studio;
  #value = $state.raw<SettingsInUse | null>(null);
  #dataFolderAtStart = '';
  #systemIsDark = $state(false);

  constructor(studio: Studio, darkSystem: DarkSystem) {
    this.#studio = studio;
    this.#systemIsDark = darkSystem.matches;
    darkSystem.addEventListener('change', () => {
      this.#systemIsDark = darkSystem.matches;
    });
  }

  get value(): SettingsInUse | null {
    return this.#value;
  }

  get theme(): Theme {
    return this.#value?.theme ?? 'system';
  }

  /** What is drawn: read it in whatever draws on a canvas, so that it draws again when the theme changes. */
  get appearance(): Appearance {
    if (this.theme !== 'system') return this.theme;
    return this.#systemIsDark ? 'dark' : 'light';
  }

  get languageChoice(): SettingsInUse['language'] {
    return this.#value?.language ?? 'system';
  }

  /** The language of the window: the one chosen, or the first of the system's that the studio speaks. */
  get language(): Language {
    return spokenLanguage(this.languageChoice, navigator.languages);
  }

  /** What the form of a new run held last. */
  get lastChoices(): SettingsInUse['lastChoices'] {
    return this.#value?.lastChoices ?? {};
  }

  /** Columns that the list of runs does without. */
  get hiddenColumns(): SettingsInUse['hiddenColumns'] {
    return this.#value?.hiddenColumns ?? [];
  }

  /** How the curves of a run were looked at last. */
  get curves(): SettingsInUse['curves'] {
    return this.#value?.curves ?? {};
  }

  /** The data folder from the next start on; null where it stays the same, empty for the usual place. */
  get nextDataFolder(): string | null {
    if (!this.#value || this.#value.dataFolder === this.#dataFolderAtStart) return null;
    return this.#value.dataFolder;
  }

  async load(): Promise<void> {
    this.#value = await this.#studio.request('settings.read', undefined);
    this.#dataFolderAtStart = this.#value.dataFolder;
  }

  async change(change: SettingsChange): Promise<void> {
    this.#take(await this.#studio.request('settings.change', change));
  }

  /** Opens the system's dialog for a folder and keeps what was chosen; it takes effect at the next start. */
  async chooseDataFolder(): Promise<void> {
    this.#take((await this.#studio.request('host.chooseDataFolder', undefined)) ?? {});
  }

  /** From the next start on. */
  async useUsualDataFolder(): Promise<void> {
    this.#take(await this.#studio.request('host.useUsualDataFolder', undefined));
  }

  #take(changed: Partial<SettingsInUse>): void {
    if (this.#value) this.#value = { ...this.#value, ...changed };
  }
}
