import type { Preview } from '../../../../shared/contract/preview';
import { formatBytes, formatCount } from '../../../text/format';

/** "128 × 128 px: 48 MiB, 16 times the work of 32 × 32" */
export function sizeChoiceWords({ size, bytes, work }: Preview['choices'][number]): string {
  const effort = work === 1 ? 'the least work' : `${formatCount(work)} times the work of 32 × 32`;
  return `${size} × ${size} px: ${formatBytes(bytes)}, ${effort}`;
}

/** "As proposed: 64 × 64 px" */
export function proposalWords({ proposal: { height, width } }: Pick<Preview, 'proposal'>): string {
  return `As proposed: ${width} × ${height} px`;
}
