import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { Classification } from '../../../shared/contract/classification';
import { UserError } from '../../../shared/errors';
import type { Act, Context } from '../context';
import { exitCodes } from '../context';
import { classificationsToCsv } from '../csv';
import { wholeNumber } from '../options';
import type { Services } from '../services';

interface ClassifyOptions {
  top: number;
  csv?: string;
  logits?: boolean;
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
    .option('--logits', "with --json, the logits too, in the classes' order")
    .option('--json', 'print JSON alone')
    .action(
      act((weights: string, paths: string[], options: ClassifyOptions) => classify(weights, paths, options, context)),
    );
}

async function findCheckpoint(weights: string, { runs }: Services): Promise<string> {
  if (existsSync(weights)) return weights;
  const all = await runs.list();
  const named = all.filter(({ run, name }) => run === weights || name === weights);
  const [found] = named;
  if (found && named.length === 1) return runs.checkpoint(found.run);
  if (found) {
    const ids = named.map(({ run }) => run).join(', ');
    throw new UserError(`Several runs are called "${weights}". Name one of them by its id: ${ids}.`);
  }
  const usable = all.filter(({ hasCheckpoint }) => hasCheckpoint).map(({ run }) => run);
  throw new UserError(
    `"${weights}" is neither a run nor a file. ${usable.length > 0 ? `Runs with weights are: ${usable.join(', ')}.` : 'There is no run with weights yet.'}`,
  );
}

async function classify(weights: string, paths: string[], options: ClassifyOptions, context: Context): Promise<number> {
  const { withServices } = await import('../services');
  const classifications = await withServices(context, async (services) =>
    services.inspector.classify(await findCheckpoint(weights, services), paths, options.top),
  );
  if (options.csv !== undefined) await writeFile(options.csv, classificationsToCsv(classifications));
  if (options.json) context.print(JSON.stringify(classifications.map((one) => toJson(one, options.logits === true))));
  else for (const one of classifications) tell(one, context);
  return classifications.every((one) => 'error' in one) ? exitCodes.failed : exitCodes.done;
}

function toJson(classification: Classification, withLogits: boolean): object {
  if ('error' in classification) return classification;
  const { path, predictions, logits } = classification;
  return withLogits ? { path, predictions, logits } : { path, predictions };
}

function tell(classification: Classification, context: Context): void {
  if ('error' in classification) return context.note(`${classification.path}: ${classification.error}\n`);
  const lines = classification.predictions.map(
    (prediction) => `${(prediction.probability * 100).toFixed(1).padStart(7)} %  ${prediction.class}`,
  );
  context.print([classification.path, ...lines].join('\n'));
}
