import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { DeviceChoice } from '../../../shared/contract/device';
import type { RunRequest, RunSummary } from '../../../shared/contract/run';
import { runRequestSchema } from '../../../shared/contract/run';
import { checkValues } from '../../../shared/recipe-resolve';
import type { Act, Context } from '../context';
import { UsageError } from '../context';
import { asUsage, chosenVariant, type NetworkOptions } from '../network-options';
import { follow } from '../follow-run';
import { enqueue } from '../queueing';
import type { Services } from '../services';
import { addTrainOptions } from './train-options';

type TrainOptions = Omit<RunRequest, 'variant' | 'zeroInitialization'> &
  NetworkOptions & { model: string; zeroInit?: boolean; device: DeviceChoice; queue?: boolean; json?: boolean };

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
  ...options
}: Omit<TrainOptions, 'json' | 'device' | 'queue'>): RunRequest {
  if (options.name?.trim() === '') throw new UsageError('The name of a run cannot be empty.');
  const { name: variant } = chosenVariant(model, { plain, ...options });
  const weights = options.weights === undefined ? undefined : resolve(options.weights);
  const request = { ...options, variant, zeroInitialization: zeroInit, weights };
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
    const start = (): Promise<RunSummary> => services.runs.start({ ...request, dataset: manifest.id });
    return queue ? enqueue(services, start, json, context) : follow(services, start, json, context);
  };
  return withServices(context, run, { device, queued: queue });
}
