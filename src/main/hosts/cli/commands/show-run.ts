import { type CheckpointRule, defaultCheckpoints, type RunSummary } from '../../../../shared/contract/run';
import { inEnglish } from '../../../../shared/words/english';
import { datasetStanding, type DatasetStanding } from '../../../../shared/runs/dataset-standing';
import type { Context } from '../context';
import { chosenRun } from '../find-run';
import { clockDuration } from '../../../../shared/numbers/duration';
import { formatBytes, formatCount, formatError } from '../text';

/** What somebody added to the run. */
function labelFacts({ starred, archived, tags, note, labelsProblem }: RunSummary): [string, string][] {
  const marks = [...(starred ? ['starred'] : []), ...(archived ? ['archived'] : [])];
  return [
    ...(labelsProblem ? [['labels', labelsProblem.text] as [string, string]] : []),
    ...(marks.length > 0 ? [['marks', marks.join(', ')] as [string, string]] : []),
    ...(tags.length > 0 ? [['tags', tags.join(', ')] as [string, string]] : []),
    ...(note === '' ? [] : [['note', note.replace(/\s+/g, ' ')] as [string, string]]),
  ];
}
const standingWords: Record<DatasetStanding, string> = {
  same: '',
  changed: ', which has changed since the run was made',
  gone: ', which is in the store no longer',
};

function checkpointWords({ minutes, every, keep }: CheckpointRule): string {
  const last = minutes === 0 ? 'last after each epoch' : `last after each epoch and every ${minutes} minutes`;
  if (every === 0) return last;
  return `${last}; one after every ${every} epochs, ${keep === 0 ? 'all' : `the newest ${keep}`} kept`;
}

/** Prints what a run is, how it went, and which files it has. @throws UserError where there is no such run. */
export async function showRun(wanted: string, json: boolean, context: Context): Promise<void> {
  const { withServices } = await import('../services');
  const { summary, config, events, folder, files, standing } = await withServices(context, async (services) => {
    const { runs, datasets } = services;
    const chosen = chosenRun(await runs.list(), wanted);
    const standing = datasetStanding(chosen, await datasets.list());
    return { ...(await runs.read(chosen.run, 0)), ...(await services.library.files(chosen.run)), standing };
  });
  const times = events.flatMap((event) => (event.event === 'step' || event.event === 'evaluation' ? event.time : []));
  const seconds = times.at(-1) ?? 0;
  if (json)
    return context.print(
      JSON.stringify({ ...summary, datasetStanding: standing ?? null, seconds, config, folder, files }),
    );
  const { training, recipe } = config;
  const deviations = Object.entries(recipe?.deviations ?? {}).map(
    ([name, { run, reason }]) => `${name} ${JSON.stringify(run)}${reason ? ` (${inEnglish(reason)})` : ''}`,
  );
  const facts: [string, string][] = [
    ['run', summary.run],
    ['name', summary.name],
    ['state', summary.reason === null ? summary.state : `${summary.state}: ${summary.reason}`],
    ['created', summary.createdAt],
    ...labelFacts(summary),
    ['model', summary.model],
    ['dataset', `${summary.dataset}${standing === undefined ? '' : standingWords[standing]}`],
    ['recipe', [recipe?.name ?? 'unknown', ...deviations].join(', ')],
    ['batch', formatCount(training.batch)],
    ['precision', training.precision],
    ['seed', String(training.seed)],
    ['checkpoints', checkpointWords(config.checkpoints ?? defaultCheckpoints)],
    ['steps', `${formatCount(summary.steps)} of ${formatCount(summary.totalSteps)}`],
    ['time', clockDuration(seconds)],
    ['training loss', summary.trainLoss === null ? '-' : summary.trainLoss.toFixed(4)],
    ['validation error', formatError(summary.validationError)],
    ['test error', formatError(summary.testError)],
    ['folder', folder],
  ];
  const width = Math.max(...facts.map(([name]) => name.length));
  for (const [name, value] of facts) context.print(`${name.padEnd(width)}  ${value}`);
  for (const { name, bytes } of files) context.print(`${''.padEnd(width)}  ${name}, ${formatBytes(bytes)}`);
}
