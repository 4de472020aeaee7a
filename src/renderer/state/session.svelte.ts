import { createContext } from 'svelte';
import type { Manifest } from '../../shared/contract/dataset';
import { wordsOf } from '../../shared/errors';
import { fileName } from '../text/names';
import { words } from '../text/words.svelte';
import { conversionWords, weightsKind } from '../shell/drop';
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
import { Viewer } from './viewer.svelte';
import type { RunDraft } from '../views/new-run/draft.svelte';

/** Interrupted runs that are remembered as told of: the newest. */
const mostTold = 200;

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
  /** What was typed for a run that is not started yet, for when its form is shown again. */
  readonly drafts: { current: RunDraft | null } = { current: null };
  readonly viewer = new Viewer();
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
        if (view === 'import') this.chooseDataset('datasetFiles');
        else if (view === 'importFolder') this.chooseDataset('dataset');
        else if (isView(view)) this.navigation.show(view, run === undefined ? {} : { run });
      }),
      this.studio.on('help.show', ({ topic }) => {
        if (topic === 'tour') this.help.takeTour();
        else this.help.shortcutsShown = true;
      }),
    ];
    const restored = this.#restore();
    this.attempt(words.news.settingsNotRead, () => restored);
    this.attempt(words.news.runsNotRead, async () => {
      await this.runs.load();
      await restored.catch(() => undefined);
      this.#tellInterrupted();
      await this.#tellFormerData();
    });
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
      const pictures = await this.studio.request('pictures.find', { paths });
      const done = await this.classify.add(run.run, pictures);
      if (done) this.notices.announce(words.news.classified({ count: pictures.length }));
    });
  };

  /** Says what can be done with a file of weights, which is no dataset: a run can start from it, once it is safetensors. */
  readonly tellWeights = (path: string): void => {
    const [file, kind] = [fileName(path), weightsKind(path)];
    const { drop } = words.shell;
    if (kind === 'safetensors') {
      this.notices.offer({
        text: drop.weights({ file }),
        action: drop.startFrom,
        millis: 60_000,
        onaction: () => this.navigation.show('train', { weights: path }),
      });
    } else if (kind) this.notices.show(drop.weightsElse({ file }), conversionWords(kind, file));
  };

  /** Zips of runs go to the runs, as main alone can tell; weights are told as such; all else is looked into as a dataset. */
  readonly takeIn = (paths: string[]): void => {
    const weights = paths.find((path) => weightsKind(path) !== null);
    if (weights !== undefined) return this.tellWeights(weights);
    this.attempt(words.runList.notImported, async () => {
      if (await this.studio.request('runs.areArchives', { paths })) this.runActions.importZips(paths);
      else this.lookInto(() => this.datasets.look(paths));
    });
  };

  /** Asks for a dataset's folder, or for files. */
  readonly chooseDataset = (kind: 'dataset' | 'datasetFiles'): void =>
    this.attempt(words.news.nothingImported, async () => {
      const paths = await this.datasets.choose(kind);
      if (paths.length > 0) this.takeIn(paths);
    });

  /** An interrupted run is told of once, at the start after it; one that was resumed and interrupted again has other steps. */
  #tellInterrupted(): void {
    const interrupted = this.runs.list.filter(({ state, damaged }) => state === 'interrupted' && !damaged);
    const marks = interrupted.slice(0, mostTold).map(({ run, steps }) => `${run} ${steps}`);
    const told = this.settings.value?.interruptedTold ?? [];
    if (marks.join() !== told.join()) {
      this.attempt(words.news.viewNotRemembered, () => this.settings.change({ interruptedTold: marks }));
    }
    const fresh = interrupted.slice(0, mostTold).filter((_, index) => !told.includes(marks[index] ?? ''));
    const [newest] = fresh;
    if (!newest) return;
    const { run, name } = newest;
    this.notices.offer({
      text: words.news.interruptedRuns({ name, others: fresh.length - 1 }),
      action: words.watch.resume,
      millis: 20_000,
      onaction: () => {
        this.navigation.show('runs', { run });
        this.attempt(words.watch.notResumed, () => this.runs.resume(run));
      },
    });
  }

  /** What lies in the folder that was the data folder before is not lost: it can be moved. */
  async #tellFormerData(): Promise<void> {
    if (!this.settings.value?.formerDataFolder) return;
    const found = await this.studio.request('host.formerData', undefined);
    if (!found) return;
    this.notices.offer({
      text: words.news.formerData(found),
      action: words.news.moveFormerData,
      millis: 120_000,
      onaction: () =>
        this.attempt(words.news.notMoved, async () => {
          const moved = await this.studio.request('host.moveFormerData', undefined);
          await Promise.all([this.runs.load(), this.datasets.load()]);
          this.notices.tell(words.news.movedFormerData({ moved }));
        }),
      onover: () => this.attempt(words.news.notMoved, () => this.studio.request('host.leaveFormerData', undefined)),
    });
  }

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
