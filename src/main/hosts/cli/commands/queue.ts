import { Argument, type Command } from 'commander';
import { queueMoveSchema, type QueueMove } from '../../../../shared/contract/queue';
import { cancelWaiting, moveWaiting } from '../../../studio/run-queue';
import type { Act, Context } from '../context';
import { asNamed, chosenRun } from '../find-run';

interface JsonOption {
  readonly json?: boolean;
}

/** Adds what is to be done with runs that wait in the window's queue; the window follows at once. */
export function addQueueCommands(runs: Command, context: Context, act: Act): void {
  runs
    .command('move')
    .description("Moves a run that waits in the window's queue")
    .argument('<run>', asNamed)
    .addArgument(new Argument('<where>', 'by one place, or to an end').choices(queueMoveSchema.options))
    .option('--json', 'print JSON alone')
    .action(act((run: string, move: QueueMove, options: JsonOption) => moveRun(run, move, options, context)));
  runs
    .command('cancel')
    .description("Takes runs out of the window's queue; they count as stopped, and can be resumed")
    .argument('<run...>', asNamed)
    .option('--json', 'print JSON alone')
    .action(act((wanted: string[], options: JsonOption) => cancelRuns(wanted, options, context)));
}

async function moveRun(wanted: string, move: QueueMove, { json }: JsonOption, context: Context): Promise<void> {
  const { withServices } = await import('../services');
  const { all, order } = await withServices(context, async ({ runs, queue }) => {
    const all = await runs.list();
    return { all, order: await moveWaiting(queue, chosenRun(all, wanted).run, move) };
  });
  if (json) return context.print(JSON.stringify({ queue: order }));
  const nameOf = (id: string): string => all.find(({ run }) => run === id)?.name ?? id;
  order.forEach((run, index) => context.print(`${index + 1}  ${run}  ${nameOf(run)}`));
}

async function cancelRuns(wanted: string[], { json }: JsonOption, context: Context): Promise<void> {
  const { withServices } = await import('../services');
  const cancelled = await withServices(context, async (services) => {
    const all = await services.runs.list();
    const ids = [...new Set(wanted.map((one) => chosenRun(all, one).run))];
    for (const run of ids) {
      await cancelWaiting(services, run);
      if (!json) context.print(`Run ${run} is out of the queue.`);
    }
    return ids;
  });
  if (json) context.print(JSON.stringify({ cancelled }));
}
