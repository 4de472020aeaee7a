import { readFile } from 'node:fs/promises';
import type { Network } from '../../shared/network/build';
import { message, type Message } from '../../shared/words/message';
import type { benchmark, Precision } from './';

export interface PrecisionChoice {
  readonly precision: Precision;
  /** Why. */
  readonly reason: Message;
}

/** A choice by time: the steps that are timed, and those before them that prepare the kernels. */
const [timedSteps, warmupSteps] = [5, 2];
/** A first step in bfloat16 that takes longer than this multiple of one in float32 is not computed natively. */
const hopeless = 5;

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

const words = (millis: number): string => `${millis.toFixed(0)} ms`;

/** @param isKnown Whether the device computes with bfloat16; where it may not, a single step shows it in little time. */
async function timeBoth({ network, batch, time }: PrecisionQuestion, isKnown: boolean): Promise<PrecisionChoice> {
  const millis = async (precision: Precision, steps: number, warmup: number): Promise<number> =>
    (await time({ network, batch, precision, steps, warmup })).stepMillisMedian;
  const float32 = await millis('float32', timedSteps, warmupSteps);
  const first = isKnown ? 0 : await millis('bfloat16', 1, 0);
  const bfloat16 = first > hopeless * float32 ? first : await millis('bfloat16', timedSteps, warmupSteps);
  const precision = bfloat16 < float32 ? 'bfloat16' : 'float32';
  return {
    precision,
    reason: message(`training.${precision}IsFaster`, { float: words(float32), brain: words(bfloat16) }),
  };
}

/** What a run that leaves its precision open trains in: without AVX-512 or a GPU float32 at once, else what is faster. */
export async function choosePrecision(
  question: PrecisionQuestion,
  describeProcessor: () => Promise<string | null> = () => readFile('/proc/cpuinfo', 'utf8').catch(() => null),
): Promise<PrecisionChoice> {
  const computes = question.devices.includes('GPU') || computesBfloat16(await describeProcessor());
  if (computes !== false) return timeBoth(question, computes === true);
  return { precision: 'float32', reason: message('training.bfloat16IsSlow') };
}
