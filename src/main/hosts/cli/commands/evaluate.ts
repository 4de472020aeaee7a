import type { Command } from 'commander';
import { Option } from 'commander';
import type { DeviceChoice } from '../../../../shared/contract/device';
import type { Split } from '../../../../shared/contract/dataset';
import type { Evaluation, EvaluationProgress } from '../../../../shared/contract/evaluation';
import { UserError } from '../../../../shared/errors';
import { message } from '../../../../shared/words/message';
import { mostConfused } from '../../../../shared/numbers/scores';
import { defaultSplit } from '../../../../shared/runs/default-split';
import type { Act, Context } from '../context';
import { exitCodes } from '../context';
import { findWeights } from '../find-run';
import { LiveLine } from '../live-line';
import { deviceOption } from '../options';
import type { Services } from '../services';
import { formatCount, formatError } from '../text';

interface EvaluateOptions {
  dataset?: string;
  split?: Split;
  checkpoint?: string;
  device: DeviceChoice;
  json?: boolean;
}

const shownConfusions = 5;

export function addEvaluate(program: Command, context: Context, act: Act): void {
  program
    .command('evaluate')
    .description('Loss, errors, precision and recall of each class and the confusion matrix on all pictures of a split')
    .argument('<run|checkpoint>', 'id or name of a run, or a safetensors file')
    .option('--dataset <id|path>', 'what to evaluate on; the dataset of the run unless given')
    .addOption(
      new Option('--split <split>', 'the test split, or validation where there is none, unless given').choices([
        'train',
        'validation',
        'test',
      ]),
    )
    .option('--checkpoint <name>', 'best, last or epoch-0010 of the run; the best one, or the last, unless given')
    .addOption(deviceOption())
    .option('--json', 'print JSON alone')
    .action(act((weights: string, options: EvaluateOptions) => evaluate(weights, options, context)));
}

async function evaluate(weights: string, options: EvaluateOptions, context: Context): Promise<number> {
  const { withServices } = await import('../services');
  const line = new LiveLine(context);
  const onProgress = ({ done, total }: EvaluationProgress): void =>
    line.show(`${formatCount(done)} of ${formatCount(total)} pictures`);
  const work = async (services: Services): Promise<Evaluation> => {
    try {
      return await evaluateBy(services, weights, options, context, onProgress);
    } finally {
      line.clear();
    }
  };
  const evaluation = await withServices(context, work, { device: options.device });
  if (options.json) context.print(JSON.stringify(toJson(evaluation)));
  else context.print(tell(evaluation));
  return exitCodes.done;
}

async function evaluateBy(
  services: Services,
  weights: string,
  { dataset, split, checkpoint }: EvaluateOptions,
  context: Context,
  onProgress: (progress: EvaluationProgress) => void,
): Promise<Evaluation> {
  const { findDataset } = await import('../services');
  const { RunEvaluations } = await import('../../../studio/run-evaluations');
  const { runs, datasets, inspector, dataFolder } = services;
  const found = findWeights(await runs.list(), weights);
  if (found && dataset === undefined) {
    const evaluations = new RunEvaluations({ dataFolder, datasets, inspector });
    return evaluations.evaluate({ run: found.run, checkpoint, split }, onProgress);
  }
  if (dataset === undefined) throw new UserError(message('commandLine.noEvaluationData', { weights }));
  const manifest = await findDataset(context, services, dataset);
  const path = found ? await runs.checkpoint(found.run, checkpoint) : weights;
  const task = { weights: { path }, dataFolder, dataset: manifest.id, split: split ?? defaultSplit(manifest) };
  return inspector.request('evaluate', task, { onProgress });
}

/** What a program takes on: rows of the matrix are the true classes. */
function toJson({ loss, top1Error, top5Error, classes, confusionMatrix, ...rest }: Evaluation): object {
  const { checkpoint, step, dataset, split, pictures } = rest;
  return { loss, top1Error, top5Error, classes, confusionMatrix, checkpoint, step, dataset, split, pictures };
}

const percent = (value: number): string => `${(value * 100).toFixed(1)} %`.padStart(9);

function tell({ checkpoint, dataset, split, pictures, loss, ...rest }: Evaluation): string {
  const { top1Error, top5Error, classes, confusionMatrix } = rest;
  const lines = [
    `${checkpoint} on the ${split} split of ${dataset.name}, ${formatCount(pictures)} pictures`,
    `loss           ${loss.toFixed(4)}`,
    `top-1 error    ${formatError(top1Error)}`,
    `top-5 error    ${formatError(top5Error)}`,
    '',
    `precision   recall       F1  pictures  class`,
    ...classes.map(
      ({ name, precision, recall, f1, support }) =>
        `${percent(precision)}${percent(recall)}${percent(f1)}${formatCount(support).padStart(10)}  ${name}`,
    ),
  ];
  const confused = mostConfused(confusionMatrix, shownConfusions);
  if (confused.length > 0) lines.push('', 'most often confused');
  for (const { truth, predicted, count, share } of confused) {
    lines.push(
      `${percent(share)}  ${classes[truth]?.name} taken for ${classes[predicted]?.name} (${formatCount(count)})`,
    );
  }
  return lines.join('\n');
}
