import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Context } from '../context';
import { formatCount, formatTable } from '../text';
import { ExecutorLog, type OpTime, type StepProfile } from './executor-log';
import { ownProgram, runTiming, type Timing } from './own-process';

/** The executor names each op before and after its kernel, with the time in microseconds; one op runs at a time. */
const logging = { TF_CPP_VMODULE: 'executor=2', TF_CPP_MIN_LOG_LEVEL: '0', TF_NUM_INTEROP_THREADS: '1' };

export interface Profile extends StepProfile {
  /** The same steps without the log, in a process of their own before. */
  readonly timing: Timing;
}

/**
 * Where the time of a training step goes, op by op, as TensorFlow's executor tells it in its log. Ops run one after the
 * other, each on all threads, so that their times add up to the step. An op's time is that of its kernel on the CPU and
 * of one line of the log, some 10 microseconds; on a GPU it is the time to launch the kernel, not the GPU's own.
 * @param words Options of `benchmark` that say what is timed.
 * @param steps How many steps are averaged.
 */
export async function profileStep(context: Context, words: readonly string[], steps: number): Promise<Profile> {
  const timing = await runTiming(ownProgram(context, words));
  const folder = await mkdtemp(join(tmpdir(), 'residual-studio-profile-'));
  try {
    const path = join(folder, 'log.txt');
    const file = await open(path, 'w');
    try {
      await runTiming({ ...ownProgram(context, words, logging), errorFile: file.fd });
    } finally {
      await file.close();
    }
    const log = new ExecutorLog();
    for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) log.add(line);
    return { timing, ...log.lastSteps(steps) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const columns = [
  { title: 'op', cell: ({ op }: OpTime) => op },
  { title: 'calls', cell: ({ calls }: OpTime) => (calls === 0 ? '' : formatCount(calls)), alignRight: true },
  { title: 'ms', cell: ({ millis }: OpTime) => millis.toFixed(2), alignRight: true },
  { title: 'share', cell: ({ share }: OpTime) => `${(100 * share).toFixed(1)} %`, alignRight: true },
];

/** A profile as a table for people. */
export function formatProfile({ timing, ops, stepMillis, betweenOpsMillis, steps }: Profile): string {
  const rest = { op: '(between ops)', calls: 0, millis: betweenOpsMillis, share: betweenOpsMillis / stepMillis };
  const total = { op: 'step', calls: ops.reduce((sum, { calls }) => sum + calls, 0), millis: stepMillis, share: 1 };
  const { model, batch, precision, threads, stepMillisMedian } = timing;
  return [
    formatTable([...ops, rest, total], columns),
    '',
    `${model}, batch ${batch}, ${precision}, ${threads} threads: mean of ${steps} steps, one op at a time, while TensorFlow logs each op; ${stepMillisMedian.toFixed(1)} ms a step without the log.`,
  ].join('\n');
}
