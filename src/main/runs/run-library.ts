import type { LabelChange, RunLabels } from '../../shared/contract/labels';
import { runNameSchema } from '../../shared/contract/labels';
import type { RunSummary } from '../../shared/contract/run';
import { UserError } from '../../shared/errors';
import { inEnglish } from '../../shared/words/english';
import { message } from '../../shared/words/message';
import type { LockOptions } from '../files/file-lock';
import { exportRun, importRun } from './run-archive';
import { RunBin } from './run-bin';
import { listRunFiles, type RunFiles } from './run-files';
import { changeLabels, type LabelEdit } from './run-labels';
import { withRun } from './run-owner';
import { RunStore } from './run-store';
import { isPending } from './state-file';
import type { Trash } from '../files/trash';

export interface RunLibraryOptions {
  readonly dataFolder: string;
  readonly trash: Trash;
  /** Takes a run from a zip into the store, in a process of its own where that is given. @returns its id. */
  readonly readArchive?: (path: string) => Promise<string>;
  /** Is told of each run that was changed or has come. */
  readonly changed?: (run: string) => void;
}

/** What is done with runs besides training them: names, tags and notes, archives, the trash. */
export class RunLibrary {
  readonly #store: RunStore;
  readonly #bin: RunBin;
  readonly #readArchive: (path: string) => Promise<string>;
  readonly #changed: (run: string) => void;

  constructor({ dataFolder, trash, readArchive, changed = () => undefined }: RunLibraryOptions) {
    this.#store = new RunStore(dataFolder);
    this.#bin = new RunBin(this.#store, trash);
    this.#readArchive = readArchive ?? ((path) => importRun(this.#store, path));
    this.#changed = changed;
  }

  /** @throws UserError where that cannot be its name. */
  async rename(run: string, name: string): Promise<RunSummary> {
    const given = runNameSchema.safeParse(name);
    if (!given.success) throw new UserError(message('runs.badName'));
    return this.#label(run, () => ({ name: given.data }));
  }

  /** @throws UserError where a label cannot be so, or a run that goes on was to be archived. */
  async label(run: string, labels: LabelChange): Promise<RunSummary> {
    const { state } = await this.#store.summary(run);
    if (labels.archived && isPending(state)) {
      throw new UserError(message('runs.notOverToArchive', { run, state: message(`runs.states.${state}`) }));
    }
    return this.#label(run, () => labels);
  }

  /** Changes the tags by those that it has at that moment. @throws UserError where they cannot be such. */
  tag(run: string, edit: (tags: readonly string[]) => string[]): Promise<RunSummary> {
    return this.#label(run, ({ tags }) => ({ tags: edit(tags) }));
  }

  /**
   * Writes a run that is over as one zip.
   * @param replace Whether a file that is there makes way.
   * @throws UserError where the file is there already, or cannot be written.
   */
  export(run: string, path: string, { replace = false } = {}): Promise<void> {
    return withRun(this.#store, run, () => exportRun(this.#store, run, path, replace));
  }

  /** Takes a run from a zip. @throws UserError where that holds no run, or one that is in the store already. */
  async import(path: string): Promise<RunSummary> {
    const run = await this.#readArchive(path);
    await this.#store.readCurves(run).catch(console.error);
    return this.#tell(run);
  }

  /** What lies in the run's folder, by name, and where that is. */
  files(run: string): Promise<RunFiles> {
    return listRunFiles(this.#store, run);
  }

  /** Takes a run off the list, until it is restored or discarded. @throws UserError where the run goes on. */
  remove(run: string): Promise<void> {
    return this.#bin.remove(run);
  }

  /** @throws UserError where the run is gone for good. */
  async restore(run: string): Promise<RunSummary> {
    await this.#bin.restore(run);
    return this.#tell(run);
  }

  /** Moves a run that was removed to the trash. @throws UserError where none of that id was, or it is refused. */
  async discard(run: string): Promise<void> {
    if (!(await this.#bin.holds(run))) throw new UserError(message('runs.notRemoved', { run }));
    await this.#bin.discard(run);
  }

  /**
   * Moves a run to the trash at once.
   * @param forGood Delete it instead.
   * @throws UserError where the run goes on, or the trash does not take it.
   */
  async delete(run: string, { forGood = false, ...options }: LockOptions & { forGood?: boolean } = {}): Promise<void> {
    await this.#bin.remove(run, options);
    if (forGood) return this.#bin.destroy(run);
    try {
      await this.#bin.discard(run);
    } catch (thrown) {
      await this.#bin.restore(run);
      throw thrown;
    }
  }

  /** Moves whatever was removed to the trash. */
  empty(): Promise<void> {
    return this.#bin.empty();
  }

  async #label(run: string, edit: (labels: RunLabels) => LabelEdit): Promise<RunSummary> {
    await this.#store.summary(run);
    const aside = await changeLabels(this.#store.path(run, 'labels.json'), edit);
    if (aside !== null) await this.#store.log(run, inEnglish(message('runs.labelsPutAside', { path: aside })));
    return this.#tell(run);
  }

  #tell(run: string): Promise<RunSummary> {
    this.#changed(run);
    return this.#store.summary(run);
  }
}
