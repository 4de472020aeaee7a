import { createContext } from 'svelte';
import type { Manifest } from '../../shared/contract/dataset';
import { wordsOf } from '../../shared/errors';
import { words } from '../text/words.svelte';
import { Classify } from './classify.svelte';
import { Datasets } from './datasets.svelte';
import { DeviceState } from './device.svelte';
import { Help } from './help.svelte';
import { isView, Navigation } from './navigation.svelte';
import { Notices } from './notices.svelte';
import { QueueState } from './queue.svelte';
import { RunActions } from './run-actions';
import { RunNews } from './run-news';
import { Runs } from './runs.svelte';
import { type DarkSystem, SettingsState } from './settings.svelte';
import type { Studio } from './studio';
import { RunDrafts } from './run-drafts.svelte';

/** Everything that the views share, one object a domain. Its actions may be taken out of it. */
export class Session {
  readonly studio: Studio;
  readonly notices = new Notices();
  readonly help = new Help();
  readonly settings: SettingsState;
  readonly device: DeviceState;
  readonly datasets: Datasets;
  readonly runs: Runs;
  readonly queue: QueueState;
  readonly classify: Classify;
  readonly drafts = new RunDrafts();
  readonly navigation: Navigation;
  readonly runActions: RunActions;
  #ready = $state(false);

  constructor(studio: Studio, darkSystem: DarkSystem) {
    this.studio = studio;
    this.settings = new SettingsState(studio, darkSystem);
    this.device = new DeviceState(studio);
    this.datasets = new Datasets(studio);
    this.runs = new Runs(studio);
    this.queue = new QueueState(studio);
    this.classify = new Classify(studio);
    this.navigation = new Navigation((view) => {
      this.notices.leaveView();
      this.#remember(view);
    });
    this.runActions = new RunActions(this);
  }

  /** Whether the settings are read, so that the view of the last time can be shown. */
  get ready(): boolean {
    return this.#ready;
  }

  /** Reads everything once and listens from then on. @returns a function that ends it. */
  start(): () => void {
    const news = new RunNews();
    const ends = [
      this.runs.listen(),
      this.queue.listen(),
      this.datasets.listen(),
      this.studio.on('runs.changed', (summary) => {
        const said = news.of(summary);
        if (said) this.notices.announce(said);
      }),
      this.studio.on('view.show', ({ view, run }) => {
        if (isView(view)) this.navigation.show(view, run === undefined ? {} : { run });
      }),
      this.studio.on('help.show', ({ topic }) => {
        if (topic === 'tour') this.help.takeTour();
        else this.help.shortcutsShown = true;
      }),
    ];
    this.attempt(words.news.settingsNotRead, () => this.#restore());
    this.attempt(words.news.runsNotRead, () => this.runs.load());
    this.attempt(words.queue.notRead, () => this.queue.load());
    void this.datasets.load();
    void this.device.load();
    return () => ends.forEach((end) => end());
  }

  /** Does it, and shows a notice where it fails: the title and the error's own words. */
  readonly attempt = (title: string, action: () => Promise<void>): void => {
    action().catch((thrown: unknown) => this.notices.show(title, wordsOf(thrown)));
  };

  /** Shows the datasets, imports by one of their actions, and says what came of it. */
  readonly importDataset = (action: () => Promise<Manifest | null>): void => {
    this.navigation.show('datasets');
    this.attempt(words.news.nothingImported, async () => {
      const dataset = await action();
      this.notices.announce(dataset ? words.news.imported({ name: dataset.name }) : words.news.importCancelled);
    });
  };

  /** Shows the datasets, and what is found in what was dropped or chosen. */
  readonly lookInto = (action: () => Promise<void>): void => {
    this.navigation.show('datasets');
    this.attempt(words.news.nothingImported, action);
  };

  /** Shows the classes of pictures by the network that was chosen, and says when all are done. Nothing where no run can classify: the view says so. */
  readonly classifyPictures = (paths: string[]): void => {
    this.navigation.show('classify');
    const run = this.classify.chosen(this.runs.list);
    if (!run || paths.length === 0) return;
    this.attempt(words.news.notClassified, async () => {
      const done = await this.classify.add(run.run, paths);
      if (done) this.notices.announce(words.news.classified({ count: paths.length }));
    });
  };

  #remember(view: string): void {
    if (!this.#ready || view === this.settings.value?.lastView) return;
    this.attempt(words.news.viewNotRemembered, () => this.settings.change({ lastView: view }));
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
