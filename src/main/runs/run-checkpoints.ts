import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type RunConfig, defaultCheckpoints } from '../../shared/contract/run';
import { UserError } from '../../shared/errors';
import { message } from '../../shared/words/message';
import { checkpointBytes } from '../../shared/network/checkpoint-size';
import { networkOf } from '../../shared/network/run-network';
import { exists } from '../files/file-errors';
import { freeDisk } from '../machine/free-disk';
import type { RunFolders } from './run-folders';

export type CheckpointKind = 'last' | 'best' | 'initial';

/** The checkpoints of runs: `checkpoints/<name>.safetensors` in a run's folder. */
export class RunCheckpoints {
  readonly #folders: RunFolders;

  constructor(folders: RunFolders) {
    this.#folders = folders;
  }

  path(run: string, kind: CheckpointKind): string {
    return this.#folders.path(run, 'checkpoints', `${kind}.safetensors`);
  }

  /** Of the weights after an epoch: `epoch-0010.safetensors`. */
  epochPath(run: string, epoch: number): string {
    return this.#folders.path(run, 'checkpoints', `epoch-${String(epoch).padStart(4, '0')}.safetensors`);
  }

  /** Every checkpoint that a run has, those of epochs in their order. */
  async names(run: string): Promise<string[]> {
    const files = await readdir(this.#folders.path(run, 'checkpoints')).catch(() => []);
    const names = files.flatMap((file) => /^([a-z].*)\.safetensors$/.exec(file)?.[1] ?? []);
    const epochOf = (name: string): number => Number(/^epoch-(\d+)$/.exec(name)?.[1] ?? -1);
    return names.sort((a, b) => epochOf(a) - epochOf(b) || a.localeCompare(b));
  }

  /**
   * Path of the weights to classify with: those of the best validation error, else the last.
   * @throws UserError where the run has written none.
   */
  async find(run: string, kinds: readonly CheckpointKind[] = ['best', 'last']): Promise<string> {
    for (const kind of kinds) {
      const path = this.path(run, kind);
      if (await exists(path)) return path;
    }
    throw new UserError(message('runs.noCheckpointYet', { run }));
  }

  /** @param name `best`, `last` or `epoch-0010`. @throws UserError where the run has no such checkpoint. */
  async named(run: string, name: string): Promise<string> {
    const names = await this.names(run);
    if (names.includes(name)) return this.#folders.path(run, 'checkpoints', `${name}.safetensors`);
    throw new UserError(
      names.length > 0
        ? message('runs.unknownCheckpoint', { run, name, names })
        : message('runs.noCheckpoint', { run, name }),
    );
  }

  /** Removes the checkpoints of epochs but for the newest ones. @param keep How many; 0: all. */
  async pruneEpochs(run: string, keep: number): Promise<void> {
    if (keep === 0) return;
    const names = (await this.names(run)).filter((name) => name.startsWith('epoch-'));
    const gone = names.slice(0, Math.max(0, names.length - keep));
    await Promise.all(
      gone.map((name) => rm(this.#folders.path(run, 'checkpoints', `${name}.safetensors`), { force: true })),
    );
  }

  /** Removes what a process that was killed has left half-written. */
  async sweep(run: string): Promise<void> {
    const folder = this.#folders.path(run, 'checkpoints');
    const names = (await readdir(folder).catch(() => [])).filter((name) => /^\..*\.tmp$/.test(name));
    await Promise.all(names.map((name) => rm(join(folder, name), { recursive: true, force: true })));
  }
}

/** @throws UserError where the disk of the data folder has no room for a run's checkpoints, with the ways out. */
export async function checkCheckpointRoom(config: RunConfig, dataFolder: string): Promise<void> {
  const rule = config.checkpoints ?? defaultCheckpoints;
  const needed = checkpointBytes(networkOf(config), config.training, rule);
  const free = await freeDisk(dataFolder);
  if (needed <= free) return;
  const values = { needed, folder: dataFolder, free };
  throw new UserError(message(rule.every > 0 ? 'training.noRoomForCheckpoints' : 'training.noRoom', values));
}
