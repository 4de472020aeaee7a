import type { RunSummary } from '../../shared/contract/run';
import {
  isOnShelf,
  matchesSearch,
  type RunSortKey,
  type Shelf,
  sortRuns,
  startsDescending,
  tagsInUse,
} from '../../shared/runs/run-order';

/** Which runs are shown in the list, and in which order; it stays so while another view is shown. */
export class RunListing {
  search = $state('');
  shelf = $state<Shelf>('current');
  starredOnly = $state(false);
  #sort = $state<RunSortKey>('created');
  #descending = $state(true);
  readonly #all: () => readonly RunSummary[];
  readonly #shown = $derived.by(() => {
    const found = this.#all().filter(
      (run) => isOnShelf(run, this.shelf) && (!this.starredOnly || run.starred) && matchesSearch(run, this.search),
    );
    return sortRuns(found, this.#sort, this.#descending);
  });
  readonly #tags = $derived.by(() => tagsInUse(this.#all()));

  /** @param all Every run in the store. */
  constructor(all: () => readonly RunSummary[]) {
    this.#all = all;
  }

  get shown(): readonly RunSummary[] {
    return this.#shown;
  }

  /** Every tag in use, most used first. */
  get tags(): readonly string[] {
    return this.#tags;
  }

  get sort(): RunSortKey {
    return this.#sort;
  }

  get descending(): boolean {
    return this.#descending;
  }

  /** Whether runs are left out by more than the shelf. */
  get narrowed(): boolean {
    return this.search.trim() !== '' || this.starredOnly;
  }

  /** Sorts by that; by the same once more, the other way round. */
  sortBy(key: RunSortKey): void {
    this.#descending = key === this.#sort ? !this.#descending : startsDescending(key);
    this.#sort = key;
  }

  /** Shows every run of the shelf again. */
  widen(): void {
    this.search = '';
    this.starredOnly = false;
  }
}
