import type { Warmup } from '../../shared/contract/training';
import { formatList, formatPercent } from './format';
import { words } from './words.svelte';

const fractions: Readonly<Record<number, string>> = { 0.25: '1/4', 0.5: '1/2', 0.75: '3/4' };

/** A place in a run, a fraction of it or a step: 0.5 -> "1/2", 0.05 -> "5 %", 32000 -> "step 32,000" */
export function placeWords(place: number): string {
  if (place >= 1) return words.train.placeStep({ step: place });
  const percent = Number((100 * place).toPrecision(3));
  return fractions[place] ?? formatPercent(place, String(percent).split('.')[1]?.length ?? 0);
}

/** [0.5, 0.75] -> "at 1/2 and 3/4 of the run" */
export function milestoneWords(places: readonly number[]): string {
  const [shares, steps] = [places.filter((place) => place < 1), places.filter((place) => place >= 1)];
  const { atShares, atSteps } = words.compare;
  return [
    ...(shares.length > 0 ? [atShares({ shares: formatList(shares.map(placeWords)) })] : []),
    ...(steps.length > 0 ? [atSteps({ steps: formatList(steps.map(placeWords)) })] : []),
  ].join(', ');
}

/** How long a run warms up: "5 % of the run", "400 steps" */
export function warmupWords(warmup: Warmup): string {
  const { none, share, steps, epochs, error } = words.train.warmups;
  if (warmup === null) return none;
  if (warmup.until === 'epoch') return epochs({ epochs: warmup.epochs });
  if (warmup.until === 'error') return error({ error: formatPercent(warmup.error, 0) });
  return warmup.place < 1 ? share({ share: placeWords(warmup.place) }) : steps({ steps: warmup.place });
}
