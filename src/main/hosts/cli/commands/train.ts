import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { DeviceChoice } from '../../../../shared/contract/device';
import type { RunRequest, RunSummary } from '../../../../shared/contract/run';
import type { RecipeName } from '../../../../shared/contract/training';
import { namesOf } from '../../../../shared/recipe/fields';
import { checkRequest, checkValues } from '../../../../shared/recipe/resolve';
import { message } from '../../../../shared/words/message';
import type { Act, Context } from '../context';
import { UsageError } from '../context';
import { fieldValues } from '../field-options';
import { asUsage, chosenVariant, type NetworkOptions } from '../network-options';
import { chosenRun } from '../find-run';
import { follow } from '../follow-run';
import { enqueue } from '../queueing';
import type { Services } from '../services';
import { addTrainOptions, optionNames } from './train-options';

/** What commander makes of the options; those of values are read by `fieldValues`. */
interface TrainOptions extends NetworkOptions {
  readonly dataset: string;
  readonly model: string;
  readonly recipe: RecipeName;
  readonly name?: string;
  readonly weights?: string;
  readonly weightsClasses?: string;
  readonly from?: NonNullable<RunRequest['from']>;
  readonly checkpointMinutes: number;
  readonly checkpointEvery: number;
  readonly keepCheckpoints: number;
  readonly device: DeviceChoice;
  readonly queue?: boolean;
  readonly json?: boolean;
}

export function addTrain(program: Command, context: Context, act: Act): void {
  const command = program
    .command('train')
    .description(
      'Trains a network by a recipe, whose values single options change; Ctrl-C writes a checkpoint and stops, a second Ctrl-C ends at once',
    );
  addTrainOptions(command).action(act((options: TrainOptions) => train(options, context)));
}

/** @throws UsageError where options do not go together, before anything is read. */
function requestOf(options: TrainOptions): RunRequest {
  const { dataset, model, recipe, name, weights, from } = options;
  const { checkpointMinutes: minutes, checkpointEvery: every, keepCheckpoints: keep } = options;
  const { name: variant } = chosenVariant(model, options);
  if (weights !== undefined && from !== undefined) throw new UsageError(message('commandLine.twoOrigins'));
  if (weights === undefined && options.weightsClasses !== undefined) {
    throw new UsageError(message('commandLine.classesOfNoWeights'));
  }
  const request: RunRequest = {
    ...fieldValues([...namesOf('network'), ...optionNames], { ...options }),
    dataset,
    variant,
    recipe,
    checkpoints: { minutes, every, keep },
    ...(name === undefined ? {} : { name }),
    ...(weights === undefined ? {} : { weights: resolve(weights) }),
    ...(from === undefined ? {} : { from }),
  };
  asUsage(() => checkValues(checkRequest(request)));
  return request;
}

async function train(options: TrainOptions, context: Context): Promise<number> {
  const { json = false, device, queue = false } = options;
  const request = requestOf(options);
  const { findDataset, withServices } = await import('../services');
  const { readNames } = await import('../../../datasets/readers/class-names');
  const named = options.weightsClasses === undefined ? {} : { weightsClasses: await readNames(options.weightsClasses) };
  const run = async (services: Services): Promise<number> => {
    const manifest = await findDataset(context, services, options.dataset);
    const { from } = request;
    const origin = from && { ...from, run: chosenRun(await services.runs.list(), from.run).run };
    const wanted = { ...request, ...named, dataset: manifest.id, ...(origin && { from: origin }) };
    const start = (): Promise<RunSummary> => services.runs.start(wanted);
    return queue ? enqueue(services, start, json, context) : follow(services, start, json, context);
  };
  return withServices(context, run, { device, queued: queue });
}
