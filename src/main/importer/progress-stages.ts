import type { ImportProgress } from '../../shared/contract/dataset';
import { Throttle } from '../../shared/rpc/throttle';

/** Holds back what comes too fast to leave the process; each stage's first and last always leave. */
export function progressStages(send: (progress: ImportProgress) => void) {
  let throttle = new Throttle(send);
  let stage: string | null = null;
  const flush = (): void => throttle.flush();
  const push = (progress: ImportProgress): void => {
    if (progress.stage !== stage) {
      flush();
      throttle = new Throttle(send);
    }
    stage = progress.stage;
    throttle.push(progress);
  };
  return { push, flush };
}
