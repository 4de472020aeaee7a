import type { LabelChange } from '../../shared/contract/labels';
import type { RunConfig, RunSummary } from '../../shared/contract/run';
import { wordsOf } from '../../shared/errors';
import { fileName } from '../text/names';
import { words } from '../text/words.svelte';
import type { Navigation } from './navigation.svelte';
import type { Notices } from './notices.svelte';
import type { Runs } from './runs.svelte';
import type { Studio } from './studio';

interface Parts {
  readonly studio: Studio;
  readonly runs: Runs;
  readonly notices: Notices;
  readonly navigation: Navigation;
}

/** How long a deletion can be taken back, in milliseconds. */
const undoMillis = 20_000;

/** What is done with runs of the list: each says what came of it, and shows what went wrong. */
export class RunActions {
  readonly #parts: Parts;
  #undo: (() => void) | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  readonly rename = (run: RunSummary, name: string): void =>
    this.#attempt(words.runList.notRenamed({ name: run.name }), async () => {
      await this.#parts.runs.rename(run.run, name);
      this.#say(words.runList.renamed({ before: run.name, name }));
    });

  /** @param said What a screen reader hears of it. */
  readonly label = (runs: readonly RunSummary[], change: LabelChange, said: string): void =>
    this.#attempt(words.runList.notLabelled, async () => {
      for (const { run } of runs) await this.#parts.runs.label(run, change);
      this.#say(said);
    });

  readonly star = (run: RunSummary): void =>
    this.label(
      [run],
      { starred: !run.starred },
      words.runList[run.starred ? 'unstarred' : 'starred']({ name: run.name }),
    );

  readonly archive = (runs: readonly RunSummary[], archived: boolean): void =>
    this.label(runs, { archived }, words.runList[archived ? 'archivedSaid' : 'unarchivedSaid']({ count: runs.length }));

  /** Takes runs off the list, and offers to bring them back before they go to the trash. */
  readonly remove = (runs: readonly RunSummary[]): void =>
    this.#attempt(words.runList.notDeleted, async () => {
      const removed: RunSummary[] = [];
      try {
        for (const run of runs) {
          await this.#parts.runs.remove(run.run);
          removed.push(run);
        }
      } finally {
        if (removed.length > 0) this.#offerUndo(removed);
      }
    });

  /** Brings back what was deleted last; nothing where it is too late. */
  readonly undo = (): void => this.#undo?.();

  readonly exportZip = (run: RunSummary): void =>
    this.#attempt(words.runList.notExported({ name: run.name }), async () => {
      const path = await this.#parts.studio.request('host.saveRun', { run: run.run });
      if (path !== null) this.#parts.notices.tell(words.runList.exported({ name: run.name, path }));
    });

  /** One zip a run, in a folder that is asked for. */
  readonly exportZips = (runs: readonly RunSummary[]): void =>
    this.#attempt(words.runList.notExportedRuns, async () => {
      const folder = await this.#parts.studio.request('host.saveRuns', { runs: runs.map(({ run }) => run) });
      if (folder !== null) this.#parts.notices.tell(words.runList.exportedRuns({ count: runs.length, folder }));
    });

  /** Gives runs tags besides those that they have. */
  readonly addTags = (runs: readonly RunSummary[], tags: readonly string[]): void =>
    this.#attempt(words.runList.notLabelled, async () => {
      for (const { run, tags: own } of runs)
        await this.#parts.runs.label(run, { tags: [...new Set([...own, ...tags])] });
      this.#say(words.runList.tagged({ count: runs.length }));
    });

  readonly report = (run: RunSummary): void =>
    this.#attempt(words.saving.noReport({ name: run.name }), async () => {
      const path = await this.#parts.studio.request('host.saveReport', { run: run.run });
      if (path !== null) this.#parts.notices.tell(words.saving.reported({ name: run.name, path }));
    });

  /** Asks for zips of runs, and takes them in. */
  readonly chooseZips = (): void =>
    this.#attempt(words.runList.notImported, async () => {
      const paths = await this.#parts.studio.request('host.choose', 'runs');
      if (paths) await this.#import(paths);
    });

  /** Takes zips of runs into the store, and shows the runs. */
  readonly importZips = (paths: readonly string[]): void => {
    this.#parts.navigation.show('runs');
    this.#attempt(words.runList.notImported, () => this.#import(paths));
  };

  /** Opens the form for a run that starts from the best weights of this one, or the last. */
  readonly branch = (run: RunSummary): void =>
    this.#attempt(words.keep.notBranched({ name: run.name }), async () => {
      const config = await this.#parts.studio.request('runs.config', { run: run.run });
      const checkpoint = run.validationError === null ? 'last' : 'best';
      this.#parts.navigation.show('train', { settings: config, checkpoint });
    });

  /** Opens the form of a new run with the settings of another. */
  readonly copySettings = (run: RunSummary): void =>
    this.#attempt(words.runList.notCopied({ name: run.name }), async () => {
      const config = await this.#parts.studio.request('runs.config', { run: run.run });
      this.#showForm(config);
    });

  #showForm(config: RunConfig): void {
    this.#parts.navigation.show('train', { settings: config });
  }

  async #import(paths: readonly string[]): Promise<void> {
    for (const path of paths) {
      try {
        const { name } = await this.#parts.runs.import(path);
        this.#say(words.runList.imported({ name }));
      } catch (thrown) {
        this.#parts.notices.show(words.runList.notImportedFrom({ file: fileName(path) }), wordsOf(thrown));
      }
    }
  }

  #offerUndo(removed: readonly RunSummary[]): void {
    const { notices, runs } = this.#parts;
    const undo = () => {
      this.#undo = null;
      this.#attempt(words.runList.notRestored, async () => {
        for (const { run } of removed) await runs.restore(run);
        this.#say(words.runList.restored({ count: removed.length }));
      });
    };
    const dismiss = notices.offer({
      text: words.runList.deleted({ count: removed.length, name: removed[0]?.name ?? '' }),
      action: words.runList.undo,
      millis: undoMillis,
      onaction: undo,
      onover: () => {
        if (this.#undo === offered) this.#undo = null;
        this.#attempt(words.runList.notDeleted, async () => {
          for (const { run } of removed) await runs.discard(run);
        });
      },
    });
    const offered = () => {
      dismiss();
      undo();
    };
    this.#undo = offered;
  }

  #say(text: string): void {
    this.#parts.notices.announce(text);
  }

  #attempt(title: string, action: () => Promise<void>): void {
    action().catch((thrown: unknown) => this.#parts.notices.show(title, wordsOf(thrown)));
  }
}
