import { powerSaveBlocker } from 'electron';

/** Keeps the machine from falling asleep while it is on; its display may. */
export function awakeKeeper(): (isOn: boolean) => void {
  let blocker: number | null = null;
  return (isOn) => {
    if (isOn) blocker ??= powerSaveBlocker.start('prevent-app-suspension');
    if (isOn || blocker === null) return;
    powerSaveBlocker.stop(blocker);
    blocker = null;
  };
}
