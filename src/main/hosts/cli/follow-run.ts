import { checkpointBytes } from '../../../shared/network/checkpoint-size';
import { predictMemory } from '../../../shared/network/memory';
import { type RunSummary, defaultCheckpoints } from '../../../shared/contract/run';
import { memoryOptions, networkOf } from '../../../shared/network/run-network';
import type { Context } from './context';
import { exitCodes } from './context';
import { noteOthers } from './queueing';
import type { Services } from './services';
import { formatBytes, formatCount, formatError } from './text';

/**
 * Shows a run from its start until it is over, and tells how it ended. Ctrl-C stops it, a second one at once.
 * @returns the exit code.
 */
export async function follow(
  services: Pick<Services, 'datasets' | 'runs'>,
  start: () => Promise<RunSummary>,
  json: boolean,
  context: Context,
): Promise<number> {
  const summary = await watch(services, start, json, context);
  if (!json) context.print(tell(summary));
  if (summary.reason !== null) context.note(`${summary.reason}\n`);
  return summary.state === 'finished' || summary.state === 'stopped' ? exitCodes.done : exitCodes.failed;
}

async function watch(
  services: Pick<Services, 'datasets' | 'runs'>,
  start: () => Promise<RunSummary>,
  json: boolean,
  context: Context,
): Promise<RunSummary> {
  const { TrainingProgress } = await import('./training-progress');
  const { datasets, runs } = services;
  let progress: InstanceType<typeof TrainingProgress> | null = null;
  runs.onMetrics(({ events }) => {
    for (const event of events) {
      if (json) context.print(JSON.stringify(event));
      progress?.show(event);
    }
  });
  // Before there is a progress line, a note stands for itself.
  runs.onNote(({ text }) => (progress ? progress.note(text) : context.note(`${text}\n`)));
  await noteOthers({ runs }, context);
  const { run, steps, totalSteps, name } = await start();
  progress = new TrainingProgress(context, totalSteps);
  const { config } = await runs.read(run, 0);
  const { total } = predictMemory(networkOf(config), memoryOptions(config, await datasets.read(config.dataset.id)));
  const disk = checkpointBytes(networkOf(config), config.training, config.checkpoints ?? defaultCheckpoints);
  const done = steps > 0 ? ` (${formatCount(steps)} done)` : '';
  context.note(
    `${name}: ${formatCount(totalSteps)} steps${done}, about ${formatBytes(total)} of memory and ${formatBytes(disk)} of disk, run ${run}\n`,
  );
  for (const note of config.weights?.notes ?? []) context.note(`${note}\n`);
  let asked = 0;
  const stop = (): void => {
    asked += 1;
    if (asked === 1) progress?.note('Stopping after this step; Ctrl-C again ends at once.');
    // A run that is over by itself in this moment needs no stopping.
    runs.stop(run, asked > 1).catch(() => undefined);
  };
  let held = false;
  const leave = runs.onChanged(({ run: changed, state }) => {
    if (changed !== run || held === (state === 'paused')) return;
    held = !held;
    progress?.note(held ? `Paused, with a checkpoint: \`runs continue ${run}\` lets it go on.` : 'Goes on.');
  });
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, stop);
  try {
    return await runs.ended(run);
  } finally {
    for (const signal of signals) process.removeListener(signal, stop);
    leave();
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
