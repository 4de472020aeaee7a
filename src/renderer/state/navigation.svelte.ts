import type { RunConfig } from '../../shared/contract/run';

export const views = ['datasets', 'train', 'runs', 'classify', 'settings'] as const;
export type View = (typeof views)[number];

/** What a view is opened with: a dataset to show or to train on, a run to open or to classify with. */
export interface Target {
  readonly dataset?: string;
  readonly run?: string;
  /** Of another run, which the form of a new one begins with. */
  readonly settings?: RunConfig;
  /** The checkpoint of that run, whose weights the new one is to start from. */
  readonly checkpoint?: string;
  /** Path of a file of weights that a new run is to start from. */
  readonly weights?: string;
}

const nothing: Target = {};

/** Whether it names a view. */
export function isView(name: string): name is View {
  return (views as readonly string[]).includes(name);
}

/** Which view is shown, and what it was opened with. */
export class Navigation {
  #view = $state<View>('datasets');
  #target = $state.raw<Target>(nothing);
  readonly #shown: (view: View) => void;

  /** @param shown Called after every change of the view. */
  constructor(shown: (view: View) => void = () => undefined) {
    this.#shown = shown;
  }

  get view(): View {
    return this.#view;
  }

  /** A new object at each `show`, so that an effect in the view runs even where the same target is opened again. */
  get target(): Target {
    return this.#target;
  }

  show(view: View, target: Target = nothing): void {
    const changed = view !== this.#view;
    this.#view = view;
    this.#target = { ...target };
    if (changed) this.#shown(view);
  }
}
