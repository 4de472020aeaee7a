import type { Manifest, Split } from '../../../../shared/contract/dataset';
import { words } from '../../../text/words.svelte';

interface SplitOption {
  readonly value: Split;
  readonly label: string;
  /** Why it cannot be evaluated; nothing where it can. */
  readonly lacks?: string;
}

/** The splits of a dataset to evaluate on. @param dataset Undefined where it is not here, and says itself what is wrong. */
export function splitOptions(dataset: Pick<Manifest, 'name' | 'classes'> | undefined): SplitOption[] {
  return (['train', 'validation', 'test'] as const).map((split) => {
    const isEmpty = dataset?.classes.every((counts) => counts[split] === 0) ?? false;
    return {
      value: split,
      label: words.evaluation.splits[split],
      ...(dataset && isEmpty && { lacks: words.evaluation.noPictures[split]({ dataset: dataset.name }) }),
    };
  });
}
