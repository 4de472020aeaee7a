import type { ImportChoices } from '../../shared/contract/import';
import type { TextEncoding } from '../../shared/contract/text-encoding';
import type { Preview } from '../../shared/contract/preview';
import { fileName } from '../text/names';
import { words } from '../text/words.svelte';
import { resultingClasses, type ClassDraft } from './resulting-classes';

/** Up to this share of each class may go to a split, in per cent. */
export const mostPercent = 90;

/** What was dropped, what was found in it, and how it is to be imported: nothing is kept before `datasets.import`. */
export class ImportDraft {
  readonly paths: readonly string[];
  #preview = $state.raw<Preview | null>(null);
  #classes = $state.raw<readonly ClassDraft[]>([]);
  name = $state('');
  /** Side in pixels; null: as proposed. */
  size = $state<ImportChoices['size'] | null>(null);
  /** Null: as found. */
  channels = $state<ImportChoices['channels'] | null>(null);
  /** What is done with pictures that lie in files of their own. */
  keep = $state<'auto' | 'originals'>('auto');
  /** Null while what is typed is no number. */
  validationPercent = $state<number | null>(10);
  testPercent = $state<number | null>(0);
  splitSeed = $state<number | null>(0);
  acceptsNames = $state(false);
  /** Columns of a table that were chosen instead of those that were found, and the fold that validates. */
  columns = $state.raw<NonNullable<ImportChoices['columns']>>({});
  validationFold = $state<string | null>(null);
  /** What names and tables that are not UTF-8 are read as; null: as found. */
  encoding = $state<TextEncoding | null>(null);

  constructor(paths: readonly string[]) {
    this.paths = paths;
  }

  /** What was dropped, in words. */
  get title(): string {
    return this.paths.map(fileName).join(', ');
  }

  /** Null while it is looked through. */
  get preview(): Preview | null {
    return this.#preview;
  }

  get classes(): readonly ClassDraft[] {
    return this.#classes;
  }

  show(preview: Preview): void {
    const isAgain = this.#preview !== null;
    this.#preview = preview;
    this.#classes = preview.classes.map(({ name, ...counts }) => ({ source: name, name, isLeftOut: false, ...counts }));
    // What was typed stays where the source is looked through again.
    if (!isAgain) this.name = preview.name;
  }

  change(source: string, change: Partial<Pick<ClassDraft, 'name' | 'isLeftOut'>>): void {
    this.#classes = this.#classes.map((row) => (row.source === source ? { ...row, ...change } : row));
  }

  /** The classes that the dataset would have, with how many of the source's became each. */
  get result(): ReadonlyMap<string, number> {
    return resultingClasses(this.#classes);
  }

  /** Whether the source brings a split of its own. */
  has(split: 'validation' | 'test'): boolean {
    return this.#classes.some((row) => row[split] > 0);
  }

  /** What decides how the source is read, so that it is looked through again where one of them changes. */
  get reading(): ImportChoices {
    return {
      ...(Object.keys(this.columns).length > 0 ? { columns: this.columns } : {}),
      ...(this.validationFold === null ? {} : { validationFold: this.validationFold }),
      ...(this.encoding === null ? {} : { encoding: this.encoding }),
    };
  }

  /** Why it cannot be imported like this; null where it can. */
  get obstacle(): string | null {
    const asks = this.#preview?.table?.asks;
    if (asks) return words.preview.obstacle.column[asks];
    if (this.#preview?.classesFromNames && !this.acceptsNames) {
      return words.preview.obstacle.names;
    }
    if (this.#classes.some(({ name, isLeftOut }) => !isLeftOut && name.trim() === ''))
      return words.preview.obstacle.noName;
    if (this.result.size < 2) return words.preview.obstacle.tooFew;
    const [validation, test] = [this.validationPercent, this.testPercent];
    if (validation === null || test === null || this.splitSeed === null) return words.preview.obstacle.noNumber;
    if (validation + test > mostPercent)
      return words.preview.obstacle.tooMuch({ percent: validation + test, most: mostPercent });
    return null;
  }

  /** @returns what main is asked for. */
  get choices(): ImportChoices {
    const renamed = this.#classes.filter(({ source, name }) => name.trim() !== source);
    return {
      ...this.reading,
      ...(this.size ? { size: this.size } : {}),
      ...(this.channels ? { channels: this.channels } : {}),
      ...(this.keep === 'auto' ? {} : { keep: this.keep }),
      validationShare: (this.validationPercent ?? 0) / 100,
      testShare: (this.testPercent ?? 0) / 100,
      splitSeed: this.splitSeed ?? 0,
      classesFromNames: this.acceptsNames,
      rename: Object.fromEntries(renamed.map(({ source, name }) => [source, name.trim()])),
      leaveOut: this.#classes.filter(({ isLeftOut }) => isLeftOut).map(({ source }) => source),
    };
  }
}
