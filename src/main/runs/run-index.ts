import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeDurably } from '../files/durable-file';
import type { RunFacts } from './run-facts';

/** Whose change changes what a list shows; a checkpoint that comes or goes changes its folder. */
const looked = ['config.json', 'state.json', 'labels.json', 'checkpoints'];
/** Some file systems tell times so roughly: a file may have changed again without its stamp. */
const settledMillis = 2500;
/** So few changes are not worth writing the file anew. */
const fewestChanges = 32;

interface Entry {
  readonly stamp: string;
  readonly facts: RunFacts;
}

/** Of the version of what follows; to be raised when `RunFacts` changes. */
const version = 2;
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
/** Checking each entry by a schema would take as long as all the rest: the sum says that they are as they were written. */
const headOf = (body: string): string => `${version} ${sha256(body)}`;

function parseIndex(text: string): Map<string, Entry> {
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  if (text.slice(0, end) !== headOf(body)) return new Map();
  return new Map(Object.entries(JSON.parse(body) as Record<string, Entry>));
}

/** What tells one state of a run's files from another. */
export interface RunStamp {
  readonly text: string;
  /** Milliseconds since 1970, of the newest file. */
  readonly newest: number;
}

/**
 * Without waiting, since four files of each of thousands of runs are looked at.
 * @returns null where they may not be looked at.
 */
export function stampOf(folder: string): RunStamp | null {
  try {
    const stats = looked.map((name) => statSync(join(folder, name), { throwIfNoEntry: false }));
    const text = stats.map((stat) => (stat ? `${stat.ino} ${stat.size} ${stat.mtimeMs}` : '-')).join(', ');
    return { text, newest: Math.max(...stats.map((stat) => stat?.mtimeMs ?? 0)) };
  } catch {
    return null;
  }
}

/**
 * What the files of many runs say, so that a list need not read them again. Whatever is not of the very files that are
 * there is forgotten, and the whole can be deleted at any time: `runs/.index`.
 */
export class RunIndex {
  readonly #path: string;
  #entries: Promise<Map<string, Entry>> | null = null;
  #changes = 0;

  /** @param folder Of the runs. */
  constructor(folder: string) {
    this.#path = join(folder, '.index');
  }

  /** Undefined where nothing is known of the files that have that stamp. */
  async find(run: string, stamp: RunStamp): Promise<RunFacts | undefined> {
    const entry = (await this.#all()).get(run);
    return entry?.stamp === stamp.text ? entry.facts : undefined;
  }

  /** @param stamp Of before the files were read. */
  async keep(run: string, stamp: RunStamp, facts: RunFacts): Promise<void> {
    if (stamp.newest > Date.now() - settledMillis) return;
    (await this.#all()).set(run, { stamp: stamp.text, facts });
    this.#changes += 1;
  }

  /** Writes down what is worth it; nothing is lost where that is refused. @param runs Those that there are. */
  async save(runs: ReadonlySet<string>): Promise<void> {
    const entries = await this.#all();
    for (const run of entries.keys()) {
      if (runs.has(run)) continue;
      entries.delete(run);
      this.#changes += 1;
    }
    if (this.#changes < fewestChanges) return;
    this.#changes = 0;
    // In whatever order the files were read, the same runs give the same file.
    const body = JSON.stringify(Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1))));
    await writeDurably(this.#path, [`${headOf(body)}\n`, body]).catch(() => undefined);
  }

  #all(): Promise<Map<string, Entry>> {
    this.#entries ??= readFile(this.#path, 'utf8')
      .then(parseIndex)
      .catch(() => new Map<string, Entry>());
    return this.#entries;
  }
}
