import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { DeviceChoice } from '../../../../shared/contract/device';
import type { RunRequest, RunSummary } from '../../../../shared/contract/run';
import { runRequestSchema } from '../../../../shared/contract/run';
import { checkValues } from '../../../../shared/recipe/resolve';
import type { Act, Context } from '../context';
import { UsageError } from '../context';
import { asUsage, chosenVariant, type NetworkOptions } from '../network-options';
import { chosenRun } from '../find-run';
import { follow } from '../follow-run';
import { enqueue } from '../queueing';
import type { Services } from '../services';
import { addTrainOptions } from './train-options';

type TrainOptions = Omit<RunRequest, 'variant' | 'zeroInitialization' | 'checkpoints'> &
  NetworkOptions & {
    model: string;
    zeroInit?: boolean;
    checkpointEvery: number;
    keepCheckpoints: number;
    device: DeviceChoice;
    queue?: boolean;
    json?: boolean;
  };

export function addTrain(program: Command, context: Context, act: Act): void {
  const command = program
    .command('train')
    .description(
      'Trains a network by a recipe, whose values single options change; Ctrl-C writes a checkpoint and stops, a second Ctrl-C ends at once',
    );
  addTrainOptions(command).action(act((options: TrainOptions) => train(options, context)));
}

/** @throws UsageError where options do not go together, before anything is read. */
function requestOf({
  model,
  plain,
  zeroInit = false,
  checkpointEvery: every,
  keepCheckpoints: keep,
  ...options
}: Omit<TrainOptions, 'json' | 'device' | 'queue'>): RunRequest {
  if (options.name?.trim() === '') throw new UsageError('The name of a run cannot be empty.');
  const { name: variant } = chosenVariant(model, { plain, ...options });
  if (options.weights !== undefined && options.from !== undefined)
    throw new UsageError('A run starts from a file or from another run: name --weights or --from.');
  const weights = options.weights === undefined ? undefined : resolve(options.weights);
  const request = { ...options, variant, zeroInitialization: zeroInit, weights, checkpoints: { every, keep } };
  asUsage(() => checkValues(runRequestSchema.parse(request)));
  return request;
}

async function train(
  { json = false, device, queue = false, ...options }: TrainOptions,
  context: Context,
): Promise<number> {
  const request = requestOf(options);
  const { findDataset, withServices } = await import('../services');
  const run = async (services: Services): Promise<number> => {
    const manifest = await findDataset(context, services.datasets, options.dataset);
    const { from } = request;
    const origin = from && { ...from, run: chosenRun(await services.runs.list(), from.run).run };
    const wanted = { ...request, dataset: manifest.id, ...(origin && { from: origin }) };
    const start = (): Promise<RunSummary> => services.runs.start(wanted);
    return queue ? enqueue(services, start, json, context) : follow(services, start, json, context);
  };
  return withServices(context, run, { device, queued: queue });
}
