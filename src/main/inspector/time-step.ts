import type { TimedStep } from '../../shared/contract/speed';
import { benchmark } from '../engine';
import { networkOfStep } from '../machine/speed-book';

/** A first step prepares the kernels; the median of the next ones is told. */
const [warmup, steps] = [1, 3];

/** Milliseconds of a bare training step in this process, on random pictures. */
export async function timeStep(step: TimedStep): Promise<number> {
  const precision = step.precision === 'auto' ? 'float32' : step.precision;
  const { stepMillisMedian } = await benchmark({
    network: networkOfStep(step),
    batch: step.batch,
    precision,
    steps,
    warmup,
  });
  return stepMillisMedian;
}
