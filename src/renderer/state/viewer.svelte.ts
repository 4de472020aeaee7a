import type { Prediction } from '../../shared/contract/classification';
import type { Picture } from '../../shared/contract/dataset';

/** A picture that is looked at, with what is known of it. */
export interface Viewed {
  readonly picture: Picture;
  /** The file's name, or what stands for it. */
  readonly title: string;
  /** Label and value, as both are shown. */
  readonly facts: readonly (readonly [label: string, value: string])[];
  /** With all of its pixels, where `picture` is a small one. */
  readonly large?: () => Promise<Picture>;
  /** The classes that a network takes it for, the most probable first. */
  readonly predict?: () => Promise<readonly Prediction[]>;
}

/** Pictures that belong together, read as far as they are looked at. */
export interface Gallery {
  readonly title: string;
  readonly count: number;
  load(from: number, count: number): Promise<readonly Viewed[]>;
}

/** Pictures that are there already. */
export function galleryOf(title: string, pictures: readonly Viewed[]): Gallery {
  const load = (from: number, count: number) => Promise.resolve(pictures.slice(from, from + count));
  return { title, count: pictures.length, load };
}

/** The pictures that are shown large over the window. */
export class Viewer {
  #opened = $state.raw<{ readonly gallery: Gallery; readonly index: number } | null>(null);

  get opened(): { readonly gallery: Gallery; readonly index: number } | null {
    return this.#opened;
  }

  /** @param index Of the picture that is shown first. */
  readonly show = (gallery: Gallery, index = 0): void => {
    if (gallery.count > 0) this.#opened = { gallery, index };
  };

  readonly close = (): void => {
    this.#opened = null;
  };
}
