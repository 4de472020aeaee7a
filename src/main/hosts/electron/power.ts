import { powerSaveBlocker } from 'electron';
import type { TrainingWatch } from '../../studio/training-watch';

/** Keeps the machine from falling asleep while a run computes; its display may. */
export function keepAwake(watch: Pick<TrainingWatch, 'onChange'>): void {
  let blocker: number | null = null;
  watch.onChange((training) => {
    const computes = training !== null && training.state !== 'paused';
    if (computes && blocker === null) blocker = powerSaveBlocker.start('prevent-app-suspension');
    if (computes || blocker === null) return;
    powerSaveBlocker.stop(blocker);
    blocker = null;
  });
}
