import type { Shape } from '../../../shared/architecture/layer';
import type { ImportProgress, Problem } from '../../../shared/contract/dataset';

/** What was dropped or named, looked at once for every reader. */
export interface Source {
  /** The folder that was dropped, or that holds the files that were dropped. */
  folder: string;
  /** Names of the files and folders in it, without hidden ones, sorted. */
  entries: readonly string[];
  /** Names of the files that were dropped themselves; empty where the whole folder was. */
  chosen: readonly string[];
}

/** Pictures as `count` x height x width x channels bytes, and the class of each. */
export interface LabelledPictures {
  images: Uint8Array;
  labels: Uint8Array;
}

export interface SourceData {
  /** What to call the dataset where the user says nothing. */
  name: string;
  shape: Shape;
  classNames: readonly string[];
  train: LabelledPictures;
  test: LabelledPictures;
  /** What was skipped, and why. */
  problems: Problem[];
}

export interface ReadOptions {
  report: (progress: ImportProgress) => void;
  signal: AbortSignal | undefined;
}

/** One format of datasets. */
export interface Reader {
  /** Stands in the manifest. */
  name: string;
  /** The layout it expects, as lines for a message. */
  layout: string;
  matches(source: Source): boolean;
  /** @throws UserError that names the file and the way out. */
  read(source: Source, options: ReadOptions): Promise<SourceData>;
}
