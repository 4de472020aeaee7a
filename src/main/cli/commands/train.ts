import { resolve } from 'node:path';
import type { Command } from 'commander';
import { Option } from 'commander';
import type { RunRequest, RunSummary } from '../../../shared/contract/run';
import { augmentationSchema, precisionSchema, scheduleSchema } from '../../../shared/contract/run';
import type { Act, Context } from '../context';
import { exitCodes, UsageError } from '../context';
import { addNetworkOptions, chosenVariant, type NetworkOptions } from '../network-options';
import { fractionOrZero, fractions, positiveNumber, variantName, wholeNumber } from '../options';
import type { Services } from '../services';
import { formatCount, formatError } from '../text';

type TrainOptions = Omit<RunRequest, 'variant' | 'zeroInitialization'> &
  NetworkOptions & { model: string; zeroInit?: boolean; json?: boolean };

const highestSeed = 2_147_483_647;
const highestBatch = 65_536;

export function addTrain(program: Command, context: Context, act: Act): void {
  const command = program
    .command('train')
    .description('Trains a network; Ctrl-C writes a checkpoint and stops, a second Ctrl-C ends at once')
    .requiredOption('--dataset <id|path>', 'id or name of a dataset in the store, or files to import first')
    .requiredOption(
      '--model <variant>',
      'network, such as resnet20, plain56, resnet50, or any depth of 6n+2',
      variantName,
    );
  addNetworkOptions(command)
    .option('--zero-init', 'start each block as an identity: the scale of its last batch normalisation is 0')
    .option('--name <name>', 'what to call the run')
    .option('--batch <pictures>', 'pictures a step', wholeNumber(1, highestBatch), 128)
    .option('--epochs <count>', 'passes over the training pictures; by default about 10,000 steps', wholeNumber(1))
    .addOption(new Option('--steps <count>', 'steps instead of epochs').argParser(wholeNumber(1)).conflicts('epochs'))
    .option('--learning-rate <rate>', 'of stochastic gradient descent', positiveNumber, 0.1)
    .addOption(new Option('--schedule <kind>', 'of the learning rate').choices(scheduleSchema.options).default('step'))
    .addOption(
      new Option('--milestones <fractions>', 'of the run, at which `step` divides the rate by 10')
        .argParser(fractions)
        .default([0.5, 0.75], '0.5,0.75'),
    )
    .option('--momentum <fraction>', 'of the steps before', fractionOrZero, 0.9)
    .option('--weight-decay <factor>', 'of kernels', fractionOrZero, 1e-4)
    .addOption(new Option('--precision <type>', 'of activations').choices(precisionSchema.options).default('float32'))
    .option(
      '--seed <number>',
      'decides the first weights, the order and the augmentation',
      wholeNumber(0, highestSeed),
      1,
    )
    .addOption(
      new Option(
        '--augmentation <kind>',
        'standard: a random crop of the padded picture, mirrored where that keeps the class; from 10 epochs on by default',
      ).choices(augmentationSchema.options),
    )
    .option('--weights <file>', "safetensors file to start from, under torchvision's names")
    .option('--no-shuffle', 'take the pictures in their stored order')
    .option('--json', 'print one event a line as JSON')
    .action(act((options: TrainOptions) => train(options, context)));
}

async function train(given: TrainOptions, context: Context): Promise<number> {
  const { model, json, plain, zeroInit = false, ...options } = given;
  const { name: variant } = chosenVariant(model, { plain, ...options });
  if (options.name?.trim() === '') throw new UsageError('The name of a run cannot be empty.');
  const { findDataset, withServices } = await import('../services');
  return withServices(context, async ({ datasets, runs }) => {
    const manifest = await findDataset(context, datasets, options.dataset);
    const weights = options.weights === undefined ? undefined : resolve(options.weights);
    const request = { ...options, dataset: manifest.id, variant, zeroInitialization: zeroInit, weights };
    const summary = await follow(runs, request, json === true, context);
    if (!json) context.print(tell(summary));
    if (summary.reason !== null) context.note(`${summary.reason}\n`);
    return summary.state === 'finished' || summary.state === 'stopped' ? exitCodes.done : exitCodes.failed;
  });
}

/** Starts a run and shows it until it is over. */
async function follow(
  runs: Services['runs'],
  request: RunRequest,
  json: boolean,
  context: Context,
): Promise<RunSummary> {
  const { TrainingProgress } = await import('../training-progress');
  let progress: InstanceType<typeof TrainingProgress> | null = null;
  runs.onMetrics(({ events }) => {
    for (const event of events) {
      if (json) context.print(JSON.stringify(event));
      progress?.show(event);
    }
  });
  const { run, totalSteps, name } = await runs.start(request);
  progress = new TrainingProgress(context, totalSteps);
  context.note(`${name}: ${formatCount(totalSteps)} steps, run ${run}\n`);
  const { weights } = (await runs.read(run, 0)).config;
  for (const note of weights?.notes ?? []) context.note(`${note}\n`);
  let asked = 0;
  const stop = (): void => {
    asked += 1;
    if (asked === 1) progress?.note('Stopping after this step; Ctrl-C again ends at once.');
    // A run that is over by itself in this moment needs no stopping.
    runs.stop(run, asked > 1).catch(() => undefined);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, stop);
  try {
    return await runs.ended(run);
  } finally {
    for (const signal of signals) process.removeListener(signal, stop);
    progress.clear();
  }
}

function tell({ run, state, steps, totalSteps, trainLoss, validationError, testError }: RunSummary): string {
  const lines = [
    ['run', run],
    ['state', `${state} after ${formatCount(steps)} of ${formatCount(totalSteps)} steps`],
    ['training loss', trainLoss?.toFixed(4) ?? '-'],
    ['validation error', formatError(validationError)],
    ['test error', formatError(testError)],
  ];
  return lines.map(([title = '', value]) => `${title.padEnd(18)}${value}`).join('\n');
}
