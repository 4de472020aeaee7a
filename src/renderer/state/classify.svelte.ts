import type { Classification } from '../../shared/contract/classification';
import type { RunSummary } from '../../shared/contract/run';
import { shrunk } from '../parts/controls/picture';
import type { Studio } from './studio';

/** Pictures in one request: few enough that the first results come soon. */
const requestSize = 32;
const classesPerPicture = 5;
/** Pixels a side that are kept of a picture to be drawn, so that thousands fit into memory. */
const keptSide = 112;

/** Pictures that were classified, and the run whose network did it. */
export class Classify {
  readonly #studio: Studio;
  #run = $state<string | null>(null);
  #batches = $state.raw<readonly (readonly Classification[])[]>([]);
  readonly #results = $derived(this.#batches.flat());
  #waiting = $state(0);
  /** Counts up when the results are cleared, so that an answer that comes later is dropped. */
  #round = 0;

  constructor(studio: Studio) {
    this.#studio = studio;
  }

  /** Of the run that was chosen: those given last come first, in the order in which they were given together. */
  get results(): readonly Classification[] {
    return this.#results;
  }

  /** Pictures that have no result yet. */
  get waiting(): number {
    return this.#waiting;
  }

  /** The run that was chosen, else the newest that can classify. */
  chosen(runs: readonly RunSummary[]): RunSummary | undefined {
    const able = runs.filter(({ hasCheckpoint }) => hasCheckpoint);
    return able.find(({ run }) => run === this.#run) ?? able[0];
  }

  /** Another network begins with no results, since they would not compare. */
  choose(run: string): void {
    if (run === this.#run) return;
    this.#run = run;
    this.clear();
  }

  clear(): void {
    this.#round++;
    this.#batches = [];
    this.#waiting = 0;
  }

  /** Asks for pictures. @returns their paths, none where the dialog was dismissed. */
  async ask(): Promise<string[]> {
    return (await this.#studio.request('host.choose', 'pictures')) ?? [];
  }

  /** Classifies the files, some at a time. @returns whether the results were kept to the end. @throws Error with main's message. */
  async add(run: string, paths: readonly string[]): Promise<boolean> {
    this.choose(run);
    const round = this.#round;
    const others = this.#batches.length;
    this.#batches = [[], ...this.#batches];
    this.#waiting += paths.length;
    for (let from = 0; from < paths.length; from += requestSize) {
      const next = paths.slice(from, from + requestSize);
      try {
        const results = await this.#studio.request('classify.pictures', { run, paths: next, top: classesPerPicture });
        if (round !== this.#round) return false;
        this.#append(others, results.map(kept));
        this.#waiting -= next.length;
      } catch (thrown) {
        if (round !== this.#round) return false;
        this.#waiting -= paths.length - from;
        throw thrown;
      }
    }
    return true;
  }

  /** @param others Batches that were there before the one to append to; later ones stand before it. */
  #append(others: number, results: readonly Classification[]): void {
    const index = this.#batches.length - 1 - others;
    this.#batches = this.#batches.map((batch, at) => (at === index ? [...batch, ...results] : batch));
  }
}

function kept(result: Classification): Classification {
  return 'error' in result ? result : { ...result, logits: [], picture: shrunk(result.picture, keptSide) };
}
