import { cpus } from 'node:os';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { Option } from 'commander';
import { buildNetwork } from '../../../../shared/network/build';
import { checkMemory } from '../../../../shared/network/memory';
import { defaultInput, type Variant } from '../../../../shared/network/variants';
import { floatTypeSchema } from '../../../../shared/contract/training';
import type { DeviceChoice } from '../../../../shared/contract/device';
import { checkDevice, deviceEnvironment, trainingMemory } from '../../../machine/gpus';
import type { Act, Context } from '../context';
import { addNetworkOptions, chosenVariant, networkWords, type NetworkOptions } from '../network-options';
import { deviceOption, variantName, wholeNumber } from '../options';
import { formatBytes, formatCount } from '../text';

interface BenchmarkOptions extends NetworkOptions {
  model: string;
  batch: number;
  precision: 'float32' | 'bfloat16';
  steps: number;
  warmup: number;
  threads: number;
  device: DeviceChoice;
  all?: boolean;
  peersPython: string[];
  rounds: number;
  output: string;
  profile?: boolean;
  json?: boolean;
}

export function addBenchmark(program: Command, context: Context, act: Act): void {
  const command = program
    .command('benchmark')
    .description(
      'Times the bare training step on one fixed random batch: 32x32x3 in 10 classes, or 224x224x3 in 1000 for ImageNet networks',
    )
    .option('--model <variant>', 'network', variantName, 'resnet20');
  addNetworkOptions(command)
    .option('--batch <pictures>', 'pictures a step', wholeNumber(1), 128)
    .addOption(new Option('--precision <type>', 'of activations').choices(floatTypeSchema.options).default('float32'))
    .option('--steps <count>', 'steps that are timed', wholeNumber(1), 15)
    .option('--warmup <count>', 'steps before them', wholeNumber(0), 5)
    .option('--threads <count>', 'threads that compute', wholeNumber(1), cpus().length)
    .addOption(deviceOption())
    .option('--all', 'time the networks that the project measures itself by, in turn with other engines')
    .option('--peers-python <path...>', 'with --all: Pythons that have torch, or keras with tensorflow', [])
    .option('--rounds <count>', 'with --all: how often each engine has its turn', wholeNumber(1), 3)
    .option('--output <folder>', 'with --all: where table.md, ratios.svg and timings.json go', 'benchmark')
    .option('--profile', "tell where the step's time goes, op by op")
    .option('--json', 'print JSON alone')
    .action(act((options: BenchmarkOptions) => runBenchmark(options, context)));
}

async function runBenchmark(options: BenchmarkOptions, context: Context): Promise<void> {
  const variant = chosenVariant(options.model, options);
  if (options.all) await timeAll(options, context);
  else if (options.profile) await tellProfile(options, context);
  else await timeStep(variant, options, context);
}

async function timeAll({ json, ...options }: BenchmarkOptions, context: Context): Promise<void> {
  const { benchmarkAll } = await import('../benchmark/all');
  const { toMarkdown } = await import('../benchmark/comparison');
  const comparisons = await benchmarkAll(options, context);
  context.print(json ? JSON.stringify(comparisons) : toMarkdown(comparisons));
  context.note(`Written to ${resolve(options.output)}.\n`);
}

async function tellProfile(options: BenchmarkOptions, context: Context): Promise<void> {
  const { formatProfile, profileStep } = await import('../benchmark/profile');
  const { model, batch, precision, steps, warmup, threads, device } = options;
  const values = { model, batch, precision, steps, warmup, threads, device };
  const words = Object.entries(values).flatMap(([name, value]) => [`--${name}`, String(value)]);
  words.push(...networkWords(options));
  const { timing, ...profile } = await profileStep(context, words, steps);
  context.print(options.json ? JSON.stringify({ ...timing, profile }) : formatProfile({ timing, ...profile }));
}

async function timeStep(variant: Variant, options: BenchmarkOptions, context: Context): Promise<void> {
  const { batch, precision, steps, warmup, threads, device } = options;
  await checkDevice(device);
  // TensorFlow reads them once, when it is loaded.
  process.env['TF_NUM_INTRAOP_THREADS'] = String(threads);
  process.env['TF_NUM_INTEROP_THREADS'] ??= String(threads);
  Object.assign(process.env, deviceEnvironment(device));
  const { benchmark } = await import('../../../engine');
  const { name: model } = variant;
  const { shape, classes } = defaultInput(variant);
  const network = buildNetwork(variant, shape, classes);
  checkMemory(network, { batch, precision }, await trainingMemory(device));
  const result = await benchmark({ network, batch, precision, steps, warmup });
  if (options.json) {
    context.print(JSON.stringify({ engine: 'studio', model, precision, batch, threads, ...result }));
    return;
  }
  const { stepMillisMedian, stepMillisMin, imagesPerSecond, peakMemoryBytes } = result;
  context.print(
    `${model}, batch ${batch}, ${precision}, ${threads} threads: ${stepMillisMedian.toFixed(1)} ms a step (fastest ${stepMillisMin.toFixed(1)}), ${formatCount(imagesPerSecond)} pictures a second; ${formatBytes(peakMemoryBytes)} of memory at most`,
  );
}
