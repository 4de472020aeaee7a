import { words } from '../text/words.svelte';

/** What is known of a dragged thing before it is dropped. */
export interface Dragged {
  readonly kind: string;
  /** Media type by the file's name; empty for folders and unknown files. */
  readonly type: string;
}

export interface DropPlan {
  readonly action: 'import' | 'classify' | 'nothing';
  /** What will happen, or why nothing will. */
  readonly title: string;
  readonly text: string;
}

export interface DropSituation {
  /** Name of the run that would classify. */
  readonly network: string | undefined;
  /** What is being imported already, in words. */
  readonly importing: string | null;
}

/**
 * What dropping these things would do: pictures are classified, everything else is imported as a dataset.
 * @returns null where they are no files: a drag of text is left alone.
 */
export function dropPlan(things: readonly Dragged[], { network, importing }: DropSituation): DropPlan | null {
  const files = things.filter(({ kind }) => kind === 'file');
  if (files.length === 0) return null;
  if (files.every(({ type }) => type.startsWith('image/'))) return picturePlan(files.length, network);
  if (importing !== null) {
    return {
      action: 'nothing',
      title: words.shell.drop.wait,
      text: words.shell.drop.importOn(importing),
    };
  }
  return {
    action: 'import',
    title: words.shell.drop.look,
    text: words.shell.drop.lookText,
  };
}

function picturePlan(count: number, network: string | undefined): DropPlan {
  const { drop } = words.shell;
  if (network) return { action: 'classify', title: drop.classify(count), text: drop.by(network) };
  return {
    action: 'nothing',
    title: drop.noNetwork(count),
    text: drop.trainFirst,
  };
}
