import type { Command } from 'commander';
import { resolve } from 'node:path';
import type { RunSummary } from '../../../shared/contract/run';
import type { Act, Context } from '../context';
import { chosenRun } from '../find-run';
import { formatCount, formatError, formatTable } from '../text';
import { addQueueCommands } from './queue';
import { showRun } from './show-run';

interface JsonOption {
  readonly json?: boolean;
}

const asNamed = 'its id as `runs` names it, or its name where no other run has it';

export function addRuns(program: Command, context: Context, act: Act): void {
  const runs = program
    .command('runs')
    .description('The runs in the store, newest first; or what is to be done with one of them')
    .enablePositionalOptions()
    .option('--json', 'print JSON alone')
    .action(act((options: JsonOption) => listRuns(options, context)));
  const add = (name: string, description: string): Command => runs.command(name).description(description);
  const json = (command: Command): Command => command.option('--json', 'print JSON alone');

  json(add('show', 'What a run is, how it went, and which files it has').argument('<run>', asNamed)).action(
    act((run: string, options: JsonOption) => showRun(run, options.json === true, context)),
  );
  json(add('rename', 'Gives a run another name').argument('<run>', asNamed).argument('<name>', 'its new name')).action(
    act((run: string, name: string, options: JsonOption) => renameRun(run, name, options, context)),
  );
  json(
    add('delete', 'Deletes runs with their curves and weights; this cannot be undone').argument('<run...>', asNamed),
  ).action(act((wanted: string[], options: JsonOption) => deleteRuns(wanted, options, context)));
  json(
    add('export', 'Writes a run that is over as one zip')
      .argument('<run>', asNamed)
      .argument('<file>', 'the zip to write, which must not be there yet'),
  ).action(act((run: string, file: string, options: JsonOption) => exportRun(run, file, options, context)));
  json(
    add('import', 'Takes a run from a zip that `runs export` wrote, on whichever machine').argument(
      '<file>',
      'the zip',
    ),
  ).action(act((file: string, options: JsonOption) => importRun(file, options, context)));
  addQueueCommands(runs, context, act);
}

async function listRuns({ json }: JsonOption, context: Context): Promise<void> {
  const { withServices } = await import('../services');
  const { runs, order } = await withServices(context, async ({ runs, queue }) => ({
    runs: await runs.list(),
    order: await queue.read().catch((): string[] => []),
  }));
  const placeOf = (run: string): string => (order.includes(run) ? ` (${order.indexOf(run) + 1})` : '');
  if (json) return context.print(JSON.stringify(runs));
  if (runs.length === 0) return context.print('There is no run yet: `train --help` tells how to start one.');
  context.print(
    formatTable<RunSummary>(runs, [
      { title: 'run', cell: ({ run }) => run },
      { title: 'name', cell: ({ name }) => name },
      { title: 'state', cell: ({ run, state }) => (state === 'queued' ? state + placeOf(run) : state) },
      { title: 'model', cell: ({ model }) => model },
      { title: 'dataset', cell: ({ dataset }) => dataset },
      {
        title: 'steps',
        cell: ({ steps, totalSteps }) => `${formatCount(steps)}/${formatCount(totalSteps)}`,
        alignRight: true,
      },
      { title: 'validation error', cell: ({ validationError }) => formatError(validationError), alignRight: true },
      { title: 'test error', cell: ({ testError }) => formatError(testError), alignRight: true },
    ]),
  );
  for (const { run, reason } of runs) if (reason !== null) context.note(`${run}: ${reason}\n`);
}

async function renameRun(wanted: string, name: string, { json }: JsonOption, context: Context): Promise<void> {
  const { withServices } = await import('../services');
  const summary = await withServices(context, async ({ runs }) =>
    runs.rename(chosenRun(await runs.list(), wanted).run, name),
  );
  context.print(json ? JSON.stringify(summary) : `Run ${summary.run} is called "${summary.name}" now.`);
}

async function deleteRuns(wanted: string[], { json }: JsonOption, context: Context): Promise<void> {
  const { withServices } = await import('../services');
  const deleted = await withServices(context, async ({ runs }) => {
    const all = await runs.list();
    // All are looked up before the first is gone.
    const ids = [...new Set(wanted.map((one) => chosenRun(all, one).run))];
    for (const run of ids) {
      await runs.remove(run);
      if (!json) context.print(`Run ${run} is deleted.`);
    }
    return ids;
  });
  if (json) context.print(JSON.stringify({ deleted }));
}

async function exportRun(wanted: string, file: string, { json }: JsonOption, context: Context): Promise<void> {
  const { withServices } = await import('../services');
  const path = resolve(file);
  const run = await withServices(context, async ({ runs }) => {
    const found = chosenRun(await runs.list(), wanted).run;
    await runs.export(found, path);
    return found;
  });
  context.print(json ? JSON.stringify({ run, file: path }) : `Run ${run} is in ${path}.`);
}

async function importRun(file: string, { json }: JsonOption, context: Context): Promise<void> {
  const { withServices } = await import('../services');
  const summary = await withServices(context, ({ runs }) => runs.import(resolve(file)));
  context.print(json ? JSON.stringify(summary) : `Run ${summary.run}, "${summary.name}", is in the store.`);
}
