import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { Option } from 'commander';
import type { Shape } from '../../../../shared/network/layer';
import type { DeviceChoice } from '../../../../shared/contract/device';
import type { Classification } from '../../../../shared/contract/classification';
import { inEnglish } from '../../../../shared/words/english';
import { datasetStanding } from '../../../../shared/runs/dataset-standing';
import type { GivenDescription } from '../../../engine/weights/weights-file';
import { withPath } from '../../../files/file-errors';
import type { Act, Context } from '../context';
import { exitCodes } from '../context';
import { classificationsToCsv } from '../csv';
import { findWeights } from '../find-run';
import { deviceOption, inputShape, variantName, wholeNumber } from '../options';
import type { Services } from '../services';

interface ClassifyOptions {
  top: number;
  csv?: string;
  logits?: boolean;
  model?: string;
  classes?: string;
  input?: Shape;
  device: DeviceChoice;
  json?: boolean;
}

export function addClassify(program: Command, context: Context, act: Act): void {
  program
    .command('classify')
    .description('The classes of pictures with their probabilities')
    .argument('<run|checkpoint>', 'id or name of a run, or a safetensors file')
    .argument('<picture...>', 'picture files, or folders with pictures')
    .option('--top <count>', 'how many classes a picture', wholeNumber(1), 5)
    .option('--csv <file>', 'write a table as well')
    .option('--logits', "the logits too, in the classes' order")
    .option('--model <variant>', 'network of a weights file that does not say it', variantName)
    .option('--classes <file>', 'names of the classes, one a line, for a weights file that does not say them')
    .addOption(
      new Option(
        '--input <shape>',
        'height, width and channels that the pictures are resized to, for a weights file that does not say it',
      ).argParser(inputShape),
    )
    .addOption(deviceOption())
    .option('--json', 'print JSON alone')
    .action(
      act((weights: string, paths: string[], options: ClassifyOptions) => classify(weights, paths, options, context)),
    );
}

async function findCheckpoint(weights: string, { runs, datasets }: Services, context: Context): Promise<string> {
  const found = findWeights(await runs.list(), weights);
  if (!found) return weights;
  if (datasetStanding(found, await datasets.list()) === 'changed') {
    context.note(`The dataset "${found.dataset}" has changed since the run learnt from it.\n`);
  }
  return runs.checkpoint(found.run);
}

async function classify(weights: string, paths: string[], options: ClassifyOptions, context: Context): Promise<number> {
  const { withServices } = await import('../services');
  const { describeWeights } = await import('../../../engine/weights/weights-file');
  const { readTensorHeader } = await import('../../../engine/weights/safetensors');
  const given = await givenDescription(options);
  const classifyBy = async (services: Services): Promise<Classification[]> => {
    const checkpoint = await findCheckpoint(weights, services, context);
    const { notes } = describeWeights(checkpoint, await readTensorHeader(checkpoint), given);
    for (const note of notes) context.note(`${inEnglish(note)}\n`);
    const asked = { weights: { path: checkpoint, given }, paths, top: options.top };
    return services.inspector.request('classify.pictures', asked);
  };
  const classifications = await withServices(context, classifyBy, { device: options.device });
  const { csv } = options;
  if (csv !== undefined) await withPath(csv, () => writeFile(csv, classificationsToCsv(classifications)));
  if (options.json) context.print(JSON.stringify(classifications.map((one) => toJson(one, options.logits === true))));
  else for (const one of classifications) tell(one, options.logits === true, context);
  return classifications.every((one) => 'error' in one) ? exitCodes.failed : exitCodes.done;
}

async function givenDescription({ model, classes, input }: ClassifyOptions): Promise<GivenDescription> {
  const { readNames } = await import('../../../datasets/readers/class-names');
  return { variant: model, shape: input, classes: classes === undefined ? undefined : await readNames(classes) };
}

function toJson(classification: Classification, withLogits: boolean): object {
  if ('error' in classification) {
    const { words, ...unreadable } = classification;
    return { ...unreadable, ...words };
  }
  const { path, predictions, logits } = classification;
  return withLogits ? { path, predictions, logits } : { path, predictions };
}

function tell(classification: Classification, withLogits: boolean, context: Context): void {
  if ('error' in classification) return context.note(`${classification.path}: ${classification.error}\n`);
  const lines = classification.predictions.map(
    (prediction) => `${(prediction.probability * 100).toFixed(1).padStart(7)} %  ${prediction.class}`,
  );
  if (withLogits) lines.push(`logits: ${classification.logits.join(', ')}`);
  context.print([classification.path, ...lines].join('\n'));
}
