import type { Evaluation } from '../../../../shared/contract/evaluation';
import type { Cell } from '../../../state/evaluation.svelte';
import { words } from '../../../text/words.svelte';

/** What the pictures of a cell are: of which class, and taken for which. */
export function cellWords({ classes }: Evaluation, { truth, predicted }: Cell): string {
  const nameOf = (place: number): string => classes[place]?.name ?? '';
  return truth === predicted
    ? words.evaluation.right({ name: nameOf(truth) })
    : words.evaluation.takenFor({ truth: nameOf(truth), predicted: nameOf(predicted) });
}
