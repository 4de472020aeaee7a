import type { Shape } from '../../../shared/network/layer';
import type { ImportProgress, Split } from '../../../shared/contract/dataset';
import type { ImportOptions } from '../../../shared/contract/import';
import type { Preview } from '../../../shared/contract/preview';
import type { ProblemList } from '../sources/problem-list';
import type { FoundFile, Listing } from '../sources/listing';
import type { Message } from '../../../shared/words/message';

/** Pictures as `count` x height x width x channels bytes, and the class of each. */
export interface LabelledPictures {
  images: Uint8Array;
  labels: Uint8Array;
}

/** Pictures of one size, as a format holds them ready to be packed. */
export interface RawPictures {
  kind: 'raw';
  shape: Shape;
  /** Each with the split that the source puts it in and the file that it stands in. */
  parts: (LabelledPictures & { split: Split; file: string })[];
}

/** A picture file that was found. */
export interface FoundPicture {
  file: FoundFile;
  label: number;
  split: Split;
}

/** Pictures in files of their own, which are decoded when they are needed. */
export interface EncodedPictures {
  kind: 'encoded';
  items: FoundPicture[];
}

export interface SourceData {
  /** What to call the dataset where the user says nothing. */
  name: string;
  classNames: readonly string[];
  pictures: RawPictures | EncodedPictures;
  /** Whether the classes were read from the names of files, which is offered and must be agreed to. */
  classesFromNames: boolean;
  /** What the columns of a table were taken for, and what is to be asked before it can be read. */
  table?: NonNullable<Preview['table']>;
}

export interface ReadOptions {
  report: (progress: ImportProgress) => void;
  signal: AbortSignal | undefined;
  problems: ProblemList;
}

/** What a reader is given. */
export interface ReaderOptions extends ReadOptions {
  choices: Pick<ImportOptions, 'columns' | 'validationFold'>;
}

/** Whether a reader understands a source; perhaps, where it would have to ask, or what it finds is not enough. */
export type Understands = 'yes' | 'perhaps' | 'no';

/** One format of datasets. */
export interface Reader {
  /** Stands in the manifest. */
  name: string;
  /** The layout it expects, in lines. */
  layout: Message;
  matches(listing: Listing, options: ReaderOptions): Understands | Promise<Understands>;
  /** @throws UserError that names the file and the way out. */
  read(listing: Listing, options: ReaderOptions): Promise<SourceData>;
}
