import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunStore } from './run-store';

export interface RunFiles {
  /** Absolute. */
  readonly folder: string;
  readonly files: readonly {
    /** Path below the folder, with slashes. */
    readonly name: string;
    readonly bytes: number;
  }[];
}

/** Files that are being written are left out. */
async function namesBelow(folder: string, prefix = ''): Promise<string[]> {
  const entries = await readdir(join(folder, prefix), { withFileTypes: true });
  const names = entries
    .filter(({ name }) => !name.startsWith('.'))
    .map(async (entry) => {
      if (entry.isDirectory()) return namesBelow(folder, `${prefix}${entry.name}/`);
      return entry.isFile() ? [prefix + entry.name] : [];
    });
  return (await Promise.all(names)).flat().sort();
}

/** @throws UserError where there is no such run. */
export async function listRunFiles(store: RunStore, run: string): Promise<RunFiles> {
  await store.summary(run);
  const folder = store.path(run);
  const names = await namesBelow(folder);
  const files = names.map(async (name) => ({ name, bytes: (await stat(join(folder, name))).size }));
  return { folder, files: await Promise.all(files) };
}
