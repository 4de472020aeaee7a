import { resolve } from 'node:path';
import type { Command } from 'commander';
import { predictMemory } from '../../../shared/architecture/memory';
import type { DeviceChoice } from '../../../shared/contract/device';
import type { Manifest } from '../../../shared/contract/dataset';
import type { RunRequest, RunSummary } from '../../../shared/contract/run';
import { runRequestSchema } from '../../../shared/contract/run';
import { checkValues } from '../../../shared/recipe-resolve';
import { memoryOptions, networkOf } from '../../training/run-network';
import type { Act, Context } from '../context';
import { exitCodes, UsageError } from '../context';
import { asUsage, chosenVariant, type NetworkOptions } from '../network-options';
import type { Services } from '../services';
import { formatBytes, formatCount, formatError } from '../text';
import { addTrainOptions } from './train-options';

type TrainOptions = Omit<RunRequest, 'variant' | 'zeroInitialization'> &
  NetworkOptions & { model: string; zeroInit?: boolean; device: DeviceChoice; json?: boolean };

export function addTrain(program: Command, context: Context, act: Act): void {
  const command = program
    .command('train')
    .description(
      'Trains a network by a recipe, whose values single options change; Ctrl-C writes a checkpoint and stops, a second Ctrl-C ends at once',
    );
  addTrainOptions(command).action(act((options: TrainOptions) => train(options, context)));
}

/** @throws UsageError where options do not go together, before anything is read. */
function requestOf({ model, plain, zeroInit = false, ...options }: Omit<TrainOptions, 'json' | 'device'>): RunRequest {
  if (options.name?.trim() === '') throw new UsageError('The name of a run cannot be empty.');
  const { name: variant } = chosenVariant(model, { plain, ...options });
  const weights = options.weights === undefined ? undefined : resolve(options.weights);
  const request = { ...options, variant, zeroInitialization: zeroInit, weights };
  asUsage(() => checkValues(runRequestSchema.parse(request)));
  return request;
}

async function train({ json = false, device, ...options }: TrainOptions, context: Context): Promise<number> {
  const request = requestOf(options);
  const { findDataset, withServices } = await import('../services');
  const run = async ({ datasets, runs }: Services): Promise<number> => {
    const manifest = await findDataset(context, datasets, options.dataset);
    const summary = await follow(runs, { ...request, dataset: manifest.id }, manifest, json, context);
    if (!json) context.print(tell(summary));
    if (summary.reason !== null) context.note(`${summary.reason}\n`);
    return summary.state === 'finished' || summary.state === 'stopped' ? exitCodes.done : exitCodes.failed;
  };
  return withServices(context, run, device);
}

/** Starts a run and shows it until it is over. */
async function follow(
  runs: Services['runs'],
  request: RunRequest,
  manifest: Manifest,
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
  // Before there is a progress line, a note stands for itself.
  runs.onNote(({ text }) => (progress ? progress.note(text) : context.note(`${text}\n`)));
  const { run, totalSteps, name } = await runs.start(request);
  progress = new TrainingProgress(context, totalSteps);
  const { config } = await runs.read(run, 0);
  const { total } = predictMemory(networkOf(config), memoryOptions(config, manifest));
  context.note(`${name}: ${formatCount(totalSteps)} steps, about ${formatBytes(total)} of memory, run ${run}\n`);
  for (const note of config.weights?.notes ?? []) context.note(`${note}\n`);
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
