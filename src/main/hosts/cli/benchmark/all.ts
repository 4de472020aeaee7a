import { spawnSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import peersScript from '../../../../../scripts/benchmark/peers.py?raw';
import { UserError } from '../../../../shared/errors';
import { message } from '../../../../shared/words/message';
import { deviceEnvironment, listGpus } from '../../../machine/gpus';
import { computesBfloat16 } from '../../../engine/precision';
import type { Context } from '../context';
import { clockDuration } from '../../../../shared/numbers/duration';
import { casesOf, expectedSeconds, type Case } from './cases';
import { compare, toMarkdown, type Comparison } from './comparison';
import { ownProgram, runTiming, type Timing, type TimingProgram } from './own-process';
import { toChart } from './ratio-chart';

export interface AllOptions {
  /** Pythons that have PyTorch or Keras; without one the studio is timed alone. */
  readonly peersPython: readonly string[];
  readonly rounds: number;
  /** Timed in each round, and before them those that prepare the kernels. */
  readonly steps: number;
  readonly warmup: number;
  readonly threads: number;
  readonly device: string;
  /** Folder for the table, the chart and every timing. */
  readonly output: string;
}

/** Starting an engine and building its network, in seconds. */
const startSeconds = 8;
/** What other engines take where the studio takes 1, for the duration that is told beforehand. */
const typicalRatio = 1.5;

/** Engines that a Python has. @throws UserError where it does not start. */
function enginesOfPython(python: string, gpu: boolean): string[] {
  const code =
    'import importlib.util as u, json; print(json.dumps([n for n in ("torch", "keras", "tensorflow") if u.find_spec(n)]))';
  const { status, stdout, error, stderr } = spawnSync(python, ['-c', code], { encoding: 'utf8' });
  if (status !== 0) {
    throw new UserError(message('commandLine.pythonNotRunning', { python, message: error?.message ?? stderr.trim() }));
  }
  const found = z.array(z.string()).parse(JSON.parse(stdout));
  const torch = found.includes('torch') ? ['torch', ...(gpu ? ['torch-compile'] : [])] : [];
  const keras = found.includes('keras') && found.includes('tensorflow') ? ['keras'] : [];
  if (torch.length + keras.length === 0) {
    throw new UserError(message('commandLine.noEngines', { python }));
  }
  return [...torch, ...keras];
}

/** An engine, and the Python that has it; the studio has none. */
interface Engine {
  readonly name: string;
  readonly python: string | null;
}

function programOf({ name, python }: Engine, one: Case, options: AllOptions, context: Context): TimingProgram {
  const { steps, warmup, threads, device } = options;
  const values = { model: one.model, batch: one.batch, precision: one.precision, steps, warmup, threads };
  const words = Object.entries(values).flatMap(([name, value]) => [`--${name}`, String(value)]);
  if (python === null) return ownProgram(context, [...words, '--device', device]);
  const environment = { ...process.env, ...deviceEnvironment(device) };
  return { command: python, words: ['-', '--engine', name, ...words], input: peersScript, environment };
}

const studio: Engine = { name: 'studio', python: null };

/** How long everything takes: told from a few steps of the first case, so it is near where the machine stays as it is. */
async function expectedDuration(
  cases: readonly Case[],
  engines: readonly Engine[],
  options: AllOptions,
  context: Context,
): Promise<number> {
  const [first] = cases;
  if (!first) return 0;
  const { stepMillisMedian } = await runTiming(programOf(studio, first, { ...options, steps: 3, warmup: 2 }, context));
  const known = { case: first, stepMillis: stepMillisMedian };
  const alone = cases.reduce((sum, one) => sum + expectedSeconds(one, options.steps + options.warmup, known), 0);
  const factor = 1 + typicalRatio * (engines.length - 1);
  return options.rounds * (alone * factor + startSeconds * cases.length * engines.length);
}

/**
 * Times every case in every engine, the engines in turn within each round, so that what else the machine does meets all
 * alike, and writes table.md, ratios.svg and timings.json.
 */
export async function benchmarkAll(options: AllOptions, context: Context): Promise<Comparison[]> {
  const { peersPython, rounds, output } = options;
  const gpu = options.device !== 'cpu' && (await listGpus()).length > 0;
  const processor = await readFile('/proc/cpuinfo', 'utf8').catch(() => null);
  const peers = peersPython.flatMap((python) => enginesOfPython(python, gpu).map((name) => ({ name, python })));
  const engines = [studio, ...peers];
  const cases = casesOf({ gpu, bfloat16: computesBfloat16(processor) === true });
  const roundsText = rounds === 1 ? '1 round' : `${rounds} rounds`;
  const seconds = await expectedDuration(cases, engines, options, context);
  context.note(
    `${cases.length} steps in ${engines.map(({ name }) => name).join(', ')}, ${roundsText} of ${options.steps} each: about ${clockDuration(seconds)}.\n`,
  );
  const timings = new Map(cases.map((one): [Case, Timing[]] => [one, []]));
  for (let round = 1; round <= rounds; round += 1) {
    for (const [one, own] of timings) {
      for (const engine of engines) {
        const timing = await runTiming(programOf(engine, one, options, context));
        own.push(timing);
        context.note(
          `round ${round}: ${one.model}, batch ${one.batch}, ${one.precision}, ${engine.name}: ${timing.stepMillisMedian.toFixed(1)} ms\n`,
        );
      }
    }
  }
  const comparisons = [...timings].map(([one, own]) => compare(one, own));
  const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${options.threads} threads, ${new Date().toISOString().slice(0, 10)}, medians of ${roundsText}`;
  await mkdir(output, { recursive: true });
  await writeFile(join(output, 'table.md'), `${toMarkdown(comparisons)}\n\n${machine}\n`);
  await writeFile(join(output, 'ratios.svg'), toChart(comparisons, machine));
  await writeFile(join(output, 'timings.json'), `${JSON.stringify({ machine, comparisons }, null, 2)}\n`);
  return comparisons;
}
