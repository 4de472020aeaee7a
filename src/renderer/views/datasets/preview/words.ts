import type { Preview } from '../../../../shared/contract/preview';
import { formatBytes } from '../../../text/format';
import { words } from '../../../text/words.svelte';

/** "128 × 128 px: 48 MiB, 16 times the computation of 32 × 32" */
export function sizeChoiceWords({ size, bytes, work }: Preview['choices'][number]): string {
  return words.preview.sizeChoice({ size, memory: formatBytes(bytes), work });
}

/** "Recommended: 64 × 64 px" */
export function proposalWords({ proposal: { height, width } }: Pick<Preview, 'proposal'>): string {
  return words.preview.proposal({ width, height });
}
