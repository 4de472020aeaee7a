import { isFieldName } from '../../../shared/recipe/fields';
import { inEnglish } from '../../../shared/words/english';
import { flagOf } from './field-options';
import { checkpointBytes } from '../../../shared/network/checkpoint-size';
import { predictMemory } from '../../../shared/network/memory';
import { type RunSummary, defaultCheckpoints } from '../../../shared/contract/run';
import { messageOf } from '../../../shared/errors';
import { memoryOptions, networkOf } from '../../../shared/network/run-network';
import type { LocalListener } from '../../transport/local-sockets';
import type { Context } from './context';
import { noteOthers } from './queueing';
import { RunDisplay, tellEnd } from './run-display';
import type { Services } from './services';
import { formatBytes, formatCount } from './text';

type FollowServices = Pick<Services, 'dataFolder' | 'datasets' | 'runs' | 'others'>;

/**
 * Starts a run and shows it until it is over. Ctrl-C stops it, a second one at once; other terminals and the window can
 * hold it still, stop it and watch it.
 * @returns the exit code.
 */
export async function follow(
  services: FollowServices,
  start: () => Promise<RunSummary>,
  json: boolean,
  context: Context,
): Promise<number> {
  const { runs, others } = services;
  const listener = await listenForOthers(services, context);
  // A window that is open lists the run, and follows it from then on.
  const leave = runs.onChanged(({ run }) => void others.runChanged(run).catch(() => undefined));
  try {
    return tellEnd(await train(services, start, json, context), json, context);
  } finally {
    leave();
    await listener?.close();
  }
}

/** A run trains also where nobody else can reach it. */
async function listenForOthers({ dataFolder, runs }: FollowServices, context: Context): Promise<LocalListener | null> {
  const { instanceHandlers, serveInstances } = await import('../../studio/instance-service');
  try {
    return await serveInstances(dataFolder, instanceHandlers({ turns: runs.turns }));
  } catch (thrown) {
    context.note(`Other terminals and the window cannot pause or stop this run: ${messageOf(thrown)}\n`);
    return null;
  }
}

async function train(
  { datasets, runs }: FollowServices,
  start: () => Promise<RunSummary>,
  json: boolean,
  context: Context,
): Promise<RunSummary> {
  const display = new RunDisplay(json, context);
  runs.onMetrics(({ events }) => display.show(events));
  runs.onNote(({ text }) => display.note(text));
  await noteOthers({ runs }, context);
  const summary = await start();
  const { run, steps, totalSteps, name } = summary;
  display.begin(summary);
  const config = await runs.config(run);
  const { total } = predictMemory(networkOf(config), memoryOptions(config, await datasets.read(config.dataset.id)));
  const disk = checkpointBytes(networkOf(config), config.training, config.checkpoints ?? defaultCheckpoints);
  const done = steps > 0 ? ` (${formatCount(steps)} done)` : '';
  context.note(
    `${name}: ${formatCount(totalSteps)} steps${done}, about ${formatBytes(total)} of memory and ${formatBytes(disk)} of disk, run ${run}\n`,
  );
  for (const note of config.weights?.notes ?? []) context.note(`${note}\n`);
  if (steps === 0) {
    for (const [name, { reason }] of Object.entries(config.recipe?.deviations ?? {})) {
      if (reason && isFieldName(name)) context.note(`--${flagOf(name)}: ${inEnglish(reason)}\n`);
    }
  }
  const leave = runs.onChanged((changed) => display.change(changed));
  let asked = 0;
  const stop = (): void => {
    asked += 1;
    if (asked === 1) display.note('Stopping after this step; Ctrl-C again ends at once.');
    // A run that is over by itself in this moment needs no stopping.
    runs.stop(run, asked > 1).catch(() => undefined);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, stop);
  try {
    return await runs.ended(run);
  } finally {
    for (const signal of signals) process.removeListener(signal, stop);
    leave();
    display.clear();
  }
}
