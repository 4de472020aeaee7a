import { cpus } from 'node:os';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { Option } from 'commander';
import { buildNetwork, type Network } from '../../../../shared/network/build';
import { checkMemory } from '../../../../shared/network/memory';
import { defaultInput, type Variant } from '../../../../shared/network/variants';
import { floatTypeSchema } from '../../../../shared/contract/training';
import type { DeviceChoice } from '../../../../shared/contract/device';
import { checkDevice, deviceEnvironment, trainingMemory } from '../../../machine/gpus';
import { ownProgram, runTiming, type Timing } from '../benchmark/own-process';
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
  inProcess?: boolean;
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
    .addOption(new Option('--in-process', 'load TensorFlow here, whatever it prints').hideHelp())
    .option('--json', 'print JSON alone')
    .action(act((options: BenchmarkOptions) => runBenchmark(options, context)));
}

async function runBenchmark(options: BenchmarkOptions, context: Context): Promise<void> {
  const variant = chosenVariant(options.model, options);
  if (options.all) await timeAll(options, context);
  else if (options.profile) await tellProfile(options, context);
  else if (options.inProcess) context.print(JSON.stringify(await timeHere(variant, options)));
  else await tellTiming(variant, options, context);
}

async function timeAll({ json, ...options }: BenchmarkOptions, context: Context): Promise<void> {
  const { benchmarkAll } = await import('../benchmark/all');
  const { toMarkdown } = await import('../benchmark/comparison');
  const comparisons = await benchmarkAll(options, context);
  context.print(json ? JSON.stringify(comparisons) : toMarkdown(comparisons));
  context.note(`Written to ${resolve(options.output)}.\n`);
}

/** The options that say what is timed, as they are typed. */
function timedWords(options: BenchmarkOptions): string[] {
  const { model, batch, precision, steps, warmup, threads, device } = options;
  const values = { model, batch, precision, steps, warmup, threads, device };
  return [...Object.entries(values).flatMap(([name, value]) => [`--${name}`, String(value)]), ...networkWords(options)];
}

async function tellProfile(options: BenchmarkOptions, context: Context): Promise<void> {
  const { formatProfile, profileStep } = await import('../benchmark/profile');
  const { timing, ...profile } = await profileStep(context, timedWords(options), options.steps);
  context.print(options.json ? JSON.stringify({ ...timing, profile }) : formatProfile({ timing, ...profile }));
}

/** In a process of its own, so that what TensorFlow prints while it is loaded does not stand in the terminal. */
async function tellTiming(variant: Variant, options: BenchmarkOptions, context: Context): Promise<void> {
  await checkDevice(options.device);
  await networkThatFits(variant, options);
  const timing = await runTiming(ownProgram(context, timedWords(options)));
  if (options.json) return context.print(JSON.stringify(timing));
  const { model, batch, precision, threads, stepMillisMedian, stepMillisMin, imagesPerSecond, peakMemoryBytes } =
    timing;
  context.print(
    `${model}, batch ${batch}, ${precision}, ${threads} threads: ${stepMillisMedian.toFixed(1)} ms a step (fastest ${stepMillisMin.toFixed(1)}), ${formatCount(imagesPerSecond)} pictures a second; ${formatBytes(peakMemoryBytes ?? 0)} of memory at most`,
  );
}

async function timeHere(variant: Variant, options: BenchmarkOptions): Promise<Timing> {
  const { batch, precision, steps, warmup, threads, device } = options;
  // TensorFlow reads them once, when it is loaded.
  process.env['TF_NUM_INTRAOP_THREADS'] = String(threads);
  process.env['TF_NUM_INTEROP_THREADS'] ??= String(threads);
  Object.assign(process.env, deviceEnvironment(device));
  const { benchmark } = await import('../../../engine');
  const network = await networkThatFits(variant, options);
  const result = await benchmark({ network, batch, precision, steps, warmup });
  return { engine: 'studio', model: variant.name, precision, batch, threads, ...result };
}

/** @throws UserError where its training would not fit into the memory. */
async function networkThatFits(variant: Variant, { batch, precision, device }: BenchmarkOptions): Promise<Network> {
  const { shape, classes } = defaultInput(variant);
  const network = buildNetwork(variant, shape, classes);
  checkMemory(network, { batch, precision }, await trainingMemory(device));
  return network;
}
