import { readFile } from 'node:fs/promises';
import type { Network } from '../../shared/architecture/build';
import type { benchmark, Precision } from '../engine';

export interface PrecisionChoice {
  readonly precision: Precision;
  /** Why, in a sentence. */
  readonly reason: string;
}

/** A choice by time: so many steps are timed, after so many that prepare the kernels. */
const [timedSteps, warmupSteps] = [5, 2];

/**
 * Whether a processor computes bfloat16 with vectors of its own, as oneDNN needs it.
 * @param description /proc/cpuinfo; null where the system has none.
 * @returns null where it is not known.
 */
export function computesBfloat16(description: string | null): boolean | null {
  const flags = /^(?:flags|Features)\s*:(.*)$/m.exec(description ?? '')?.[1]?.split(/\s+/);
  return flags ? flags.some((flag) => flag === 'avx512bw' || flag === 'amx_bf16' || flag === 'bf16') : null;
}

export interface PrecisionQuestion {
  readonly network: Network;
  readonly batch: number;
  /** Of TensorFlow: `CPU`, and `GPU` where it uses one. */
  readonly devices: readonly string[];
  readonly time: typeof benchmark;
}

async function timeBoth({ network, batch, time }: PrecisionQuestion): Promise<PrecisionChoice> {
  const millis = async (precision: Precision): Promise<number> =>
    (await time({ network, batch, precision, steps: timedSteps, warmup: warmupSteps })).stepMillisMedian;
  const float32 = await millis('float32');
  const bfloat16 = await millis('bfloat16');
  const precision = bfloat16 < float32 ? 'bfloat16' : 'float32';
  return {
    precision,
    reason: `Precision auto: a step takes ${float32.toFixed(0)} ms in float32 and ${bfloat16.toFixed(0)} ms in bfloat16 here, so ${precision} is taken.`,
  };
}

/** What a run that leaves its precision open trains in: without AVX-512 or a GPU float32 at once, else what is faster. */
export async function choosePrecision(
  question: PrecisionQuestion,
  describeProcessor: () => Promise<string | null> = () => readFile('/proc/cpuinfo', 'utf8').catch(() => null),
): Promise<PrecisionChoice> {
  if (!question.devices.includes('GPU') && computesBfloat16(await describeProcessor()) === false) {
    return {
      precision: 'float32',
      reason:
        'Precision auto: float32 is taken, since this processor has no AVX-512, without which bfloat16 is many times slower.',
    };
  }
  return timeBoth(question);
}
