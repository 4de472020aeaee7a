import { createContext } from 'svelte';
import { messageOf } from '../../shared/errors';
import { Datasets } from './datasets.svelte';
import { DeviceState } from './device.svelte';
import { isView, Navigation } from './navigation.svelte';
import { Notices } from './notices.svelte';
import { Runs } from './runs.svelte';
import { type DarkSystem, SettingsState } from './settings.svelte';
import type { Studio } from './studio';

/** Everything that the views share, one object a domain. */
export class Session {
  readonly studio: Studio;
  readonly notices = new Notices();
  readonly settings: SettingsState;
  readonly device: DeviceState;
  readonly datasets: Datasets;
  readonly runs: Runs;
  readonly navigation: Navigation;
  #ready = $state(false);

  constructor(studio: Studio, darkSystem: DarkSystem) {
    this.studio = studio;
    this.settings = new SettingsState(studio, darkSystem);
    this.device = new DeviceState(studio);
    this.datasets = new Datasets(studio);
    this.runs = new Runs(studio);
    this.navigation = new Navigation((view) =>
      this.attempt('The view was not remembered', () => this.settings.change({ lastView: view })),
    );
  }

  /** Whether the settings are read, so that the view of the last time can be shown. */
  get ready(): boolean {
    return this.#ready;
  }

  /** Reads everything once and listens from then on. @returns a function that ends it. */
  start(): () => void {
    const ends = [
      this.runs.listen(),
      this.datasets.listen((thrown) => this.#failed('The datasets could not be read', thrown)),
      this.studio.on('view.show', ({ view }) => {
        if (isView(view)) this.navigation.show(view);
      }),
    ];
    this.attempt('The settings could not be read', () => this.#restore());
    this.attempt('The datasets could not be read', () => this.datasets.load());
    this.attempt('The runs could not be read', () => this.runs.load());
    this.attempt('The device could not be read', () => this.device.load());
    return () => ends.forEach((end) => end());
  }

  /** Does it, and shows a notice where it fails: the title and the error's own words. */
  attempt(title: string, action: () => Promise<void>): void {
    action().catch((thrown: unknown) => this.#failed(title, thrown));
  }

  #failed(title: string, thrown: unknown): void {
    this.notices.show('error', title, messageOf(thrown));
  }

  async #restore(): Promise<void> {
    try {
      await this.settings.load();
      const view = this.settings.value?.lastView ?? '';
      if (isView(view)) this.navigation.show(view);
    } finally {
      this.#ready = true;
    }
  }
}

/** What a view reads and does: `const { runs, navigation } = session();` while the component is set up. */
export const [session, provideSession] = createContext<Session>();
