import { defaultCheckpoints } from '../../../shared/contract/run';
import { perEpoch } from '../../parts/charts/along';
import type { RunMoment } from '../../state/live-run.svelte';

export interface CheckpointFlag {
  readonly step: number;
  readonly time: number;
  readonly kinds: readonly ('best' | 'last' | 'epoch')[];
}

type Place = Pick<CheckpointFlag, 'step' | 'time'>;

/** Those of every k-th epoch that are kept, the newest where not all are. */
function ofEpochs({ config, steps }: RunMoment): Place[] {
  const { every, keep } = config.checkpoints ?? defaultCheckpoints;
  if (every === 0) return [];
  const [step, time, distance] = [steps.column('step'), steps.column('time'), every * perEpoch({ config })];
  const places: Place[] = [];
  // Steps may be thinned: the first that is held from the end of the epoch on tells the time.
  for (let row = 0, next = distance; row < step.length; row += 1) {
    if ((step[row] ?? 0) < next) continue;
    places.push({ step: next, time: time[row] ?? 0 });
    next += distance;
  }
  return keep > 0 ? places.slice(-keep) : places;
}

/**
 * Where the checkpoints of a run were written: the best, the last and those of every k-th epoch.
 * @param ended Whether the run ended as it should, with a checkpoint of its last step.
 */
export function checkpointFlags(moment: RunMoment, ended: boolean): CheckpointFlag[] {
  const { validations, bestValidation, steps } = moment;
  const latest = steps.latest;
  const last = ended ? latest : validations.filter(({ step }) => step < (latest?.step ?? 0)).at(-1);
  const found: [CheckpointFlag['kinds'][number], Place | null | undefined][] = [
    ...ofEpochs(moment).map((place): ['epoch', Place] => ['epoch', place]),
    ['best', bestValidation],
    ['last', last],
  ];
  const flags = new Map<number, CheckpointFlag>();
  for (const [kind, place] of found) {
    if (!place) continue;
    const { step, time, kinds } = flags.get(place.step) ?? { ...place, kinds: [] };
    flags.set(place.step, { step, time, kinds: [...kinds, kind] });
  }
  return [...flags.values()].sort((a, b) => a.step - b.step);
}
