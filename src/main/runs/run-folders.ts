import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { longestId } from '../../shared/contract/ids';
import { type RunConfig, runConfigSchema } from '../../shared/contract/run';
import { UserError } from '../../shared/errors';
import { message } from '../../shared/words/message';
import { writeDurably } from '../files/durable-file';
import { withPath } from '../files/file-errors';
import { jsonText } from '../files/json-text';
import { type FileFormat, readVersioned } from '../files/versioned-file';
import { type StateFile, stateFormat } from './state-file';

/** What a run may be called as a folder: nothing that leads out of the folder of the runs. */
export const runPattern = /^[a-z0-9][\w-]*$/i;

/** Drafts said neither their version nor that of the studio, and were known by the folder that they lay in. */
export const configFormat: FileFormat<typeof runConfigSchema> = {
  schema: runConfigSchema,
  migrations: [(content, run) => ({ run, name: run, studioVersion: 'unknown', ...content, version: 1 })],
};

/** The folders of the runs, `<data folder>/runs/<run>/`: where their files lie, and what the small ones say. */
export class RunFolders {
  /** Absolute path of the folder that holds them. */
  readonly folder: string;

  constructor(readonly dataFolder: string) {
    this.folder = join(dataFolder, 'runs');
  }

  /** @throws UserError where that cannot be the name of a run. */
  path(run: string, ...names: string[]): string {
    if (!runPattern.test(run) || run.length > longestId) throw new UserError(message('runs.notARun', { run }));
    return join(this.folder, run, ...names);
  }

  /** Where runs wait that were removed and may come back; of one of them where it is named. */
  removedPath(run?: string): string {
    if (run === undefined) return join(this.folder, '.removed');
    this.path(run);
    return join(this.folder, '.removed', run);
  }

  /** The lock of whoever does something with a run, or of the process that trains it. */
  lockPath(run: string, of: 'owner' | 'trainer' = 'owner'): string {
    this.path(run);
    return join(this.folder, `.${run}.${of}.lock`);
  }

  metricsPath(run: string): string {
    return this.path(run, 'metrics.jsonl');
  }

  /** Folder of TensorBoard's event files. */
  eventsPath(run: string): string {
    return this.path(run, 'events');
  }

  /** A folder that was copied under another name is a run of that name. @throws UserError as `readVersioned` does. */
  async readConfig(run: string): Promise<RunConfig> {
    return { ...(await readVersioned(this.path(run, 'config.json'), configFormat, run)), run };
  }

  async writeConfig(config: RunConfig): Promise<void> {
    const path = this.path(config.run, 'config.json');
    await withPath(path, () => writeDurably(path, [jsonText(config)]));
  }

  /** @throws UserError as `readVersioned` does. */
  readState(run: string): Promise<StateFile> {
    return readVersioned(this.path(run, 'state.json'), stateFormat, run);
  }

  async writeState(run: string, state: StateFile): Promise<void> {
    const path = this.path(run, 'state.json');
    await withPath(path, () => writeDurably(path, [jsonText(state)]));
  }

  /** Adds lines to log.txt, each with the time. */
  async log(run: string, text: string): Promise<void> {
    const time = new Date().toISOString();
    await appendFile(this.path(run, 'log.txt'), text.trimEnd().replace(/^/gm, `${time} `) + '\n');
  }
}
