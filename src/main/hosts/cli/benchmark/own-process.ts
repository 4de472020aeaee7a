import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { describeExit } from '../../../launch/child-exit';
import { UserError } from '../../../../shared/errors';
import { message } from '../../../../shared/words/message';
import type { Context } from '../context';

/** One line of JSON, the same of every engine. */
export const timingSchema = z.looseObject({
  engine: z.string(),
  model: z.string(),
  precision: z.enum(['float32', 'bfloat16']),
  batch: z.number(),
  threads: z.number(),
  parameters: z.number(),
  stepMillisMedian: z.number(),
  stepMillisMin: z.number(),
  imagesPerSecond: z.number(),
  /** Highest resident memory of the process; the studio's own tells it. */
  peakMemoryBytes: z.number().optional(),
});
export type Timing = z.infer<typeof timingSchema>;

export interface TimingProgram {
  readonly command: string;
  readonly words: readonly string[];
  readonly environment?: NodeJS.ProcessEnv;
  /** Open file for what the program says besides; by default it is kept for the error alone. */
  readonly errorFile?: number;
  /** What the program reads. */
  readonly input?: string;
}

/**
 * Runs a program whose last line on standard output is a timing.
 * @throws UserError where it fails, with its last words.
 */
export async function runTiming(program: TimingProgram): Promise<Timing> {
  const { command, words, environment = process.env, errorFile, input } = program;
  const child = spawn(command, words, { env: environment, stdio: ['pipe', 'pipe', errorFile ?? 'pipe'] });
  const exited = new Promise<{ code: number | null; signal: string | null }>((resolve, reject) => {
    child.once('error', (error) =>
      reject(new UserError(message('commandLine.notStarting', { command, message: error.message }))),
    );
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  // A program that ends early leaves its input unread; its exit tells why.
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(input);
  const [exit, output, said] = await Promise.all([
    exited,
    child.stdout ? text(child.stdout) : '',
    child.stderr ? text(child.stderr) : '',
  ]);
  if (exit.code !== 0) {
    const last = said.trimEnd().split('\n').at(-1) || describeExit(exit);
    const whole = [command, ...words.filter((word) => !word.includes('\n'))].join(' ');
    throw new UserError(message('commandLine.failed', { command: whole, message: last }));
  }
  const timing = timingSchema.safeParse(JSON.parse(output.trimEnd().split('\n').at(-1) ?? ''));
  if (!timing.success) throw new Error(`${command} printed no timing: ${output}`);
  return timing.data;
}

/** This very program, timing steps in a process of its own: TensorFlow reads its environment once, when it is loaded. */
export function ownProgram(
  context: Context,
  words: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): TimingProgram {
  return {
    command: process.execPath,
    words: [join(context.processes, 'cli.cjs'), 'benchmark', ...words, '--in-process', '--json'],
    environment: { ...process.env, ...environment },
  };
}
