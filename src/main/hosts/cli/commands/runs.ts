import { Option, type Command } from 'commander';
import { resolve } from 'node:path';
import { runSortKeys } from '../../../../shared/runs/run-order';
import type { Act, Context } from '../context';
import { asNamed } from '../find-run';
import { archiveRuns, noteRun, renameRun, starRuns, tagRun, withRuns } from './label-runs';
import { type ListOptions, listRuns } from './list-runs';
import { addQueueCommands } from './queue';
import { addSteering } from './steer';
import { addReport } from './report-run';
import { showRun } from './show-run';

interface JsonOption {
  readonly json?: boolean;
}

interface DeleteOptions extends JsonOption {
  readonly forGood?: boolean;
  readonly takeOver?: boolean;
}

export function addRuns(program: Command, context: Context, act: Act): void {
  const runs = program
    .command('runs')
    .description('The runs in the store, newest first; or what is to be done with one of them')
    .enablePositionalOptions()
    .option('--search <words>', 'those with all of the words in name, tags, note, network or dataset; #word is a tag')
    .option('--tag <tag...>', 'those with all of these tags')
    .option('--starred', 'those with a star')
    .option('--archived', 'those that are archived, which are left out otherwise')
    .option('--all', 'archived ones as well')
    .addOption(new Option('--sort <column>', 'what decides the order').choices(runSortKeys).default('created'))
    .option('--reverse', 'the other way round')
    .option('--json', 'print JSON alone')
    .action(act((options: ListOptions) => listRuns(options, context)));
  const add = (name: string, description: string): Command =>
    runs.command(name).description(description).option('--json', 'print JSON alone');

  add('show', 'What a run is, how it went, and which files it has')
    .argument('<run>', asNamed)
    .action(act((run: string, options: JsonOption) => showRun(run, options.json === true, context)));
  addLabels(add, context, act);
  add('delete', 'Moves runs with their curves and weights to the trash')
    .argument('<run...>', asNamed)
    .option('--for-good', 'delete them instead; this cannot be undone')
    .option('--take-over', 'also those that a process of another machine or container had, which is gone')
    .action(act((wanted: string[], options: DeleteOptions) => deleteRuns(wanted, options, context)));
  add('export', 'Writes a run that is over as one zip')
    .argument('<run>', asNamed)
    .argument('<file>', 'the zip to write, which must not be there yet')
    .action(act((run: string, file: string, options: JsonOption) => exportRun(run, file, options, context)));
  add('import', 'Takes a run from a zip that `runs export` or the window wrote, on whichever machine')
    .argument('<file>', 'the zip')
    .action(act((file: string, options: JsonOption) => importRun(file, options, context)));
  addSteering(runs, context, act);
  const report = add('report', 'Writes all that is known of a run as one HTML page that stands alone');
  addReport(report.argument('<run>', asNamed), context, act);
  addQueueCommands(runs, context, act);
}

function addLabels(add: (name: string, description: string) => Command, context: Context, act: Act): void {
  add('rename', 'Gives a run another name')
    .argument('<run>', asNamed)
    .argument('<name>', 'its new name')
    .action(act((run: string, name: string, options: JsonOption) => renameRun(run, name, options, context)));
  add('tag', 'Gives a run tags; without any it tells those that it has')
    .argument('<run>', asNamed)
    .argument('[tag...]', 'to add')
    .option('--remove <tag...>', 'tags to take off')
    .option('--clear', 'take off all that it had')
    .action(
      act((run: string, tags: string[], options: Parameters<typeof tagRun>[2]) => tagRun(run, tags, options, context)),
    );
  add('note', 'Writes a note to a run; without text it tells the one that is there')
    .argument('<run>', asNamed)
    .argument('[text]', 'the whole note; "" for none')
    .action(act((run: string, text: string | undefined, options: JsonOption) => noteRun(run, text, options, context)));
  add('star', 'Gives runs a star')
    .argument('<run...>', asNamed)
    .option('--off', 'take it off instead')
    .action(act((wanted: string[], options: Parameters<typeof starRuns>[1]) => starRuns(wanted, options, context)));
  add('archive', 'Puts runs away: they are kept, and listed by `runs --archived` alone')
    .argument('<run...>', asNamed)
    .option('--off', 'list them again')
    .action(
      act((wanted: string[], options: Parameters<typeof archiveRuns>[1]) => archiveRuns(wanted, options, context)),
    );
}

async function deleteRuns(wanted: string[], options: DeleteOptions, context: Context): Promise<void> {
  const { forGood = false, takeOver = false, json } = options;
  const deleted = await withRuns(wanted, context, async ({ run }, { library }) => {
    await library.delete(run, { forGood, takeOver });
    if (!json) context.print(forGood ? `Run ${run} is deleted.` : `Run ${run} is in the trash.`);
    return run;
  });
  if (json) context.print(JSON.stringify({ deleted }));
}

async function exportRun(wanted: string, file: string, { json }: JsonOption, context: Context): Promise<void> {
  const path = resolve(file);
  const [run] = await withRuns([wanted], context, async (found, { library }) => {
    await library.export(found.run, path);
    return found.run;
  });
  context.print(json ? JSON.stringify({ run, file: path }) : `Run ${run} is in ${path}.`);
}

async function importRun(file: string, { json }: JsonOption, context: Context): Promise<void> {
  const { withServices } = await import('../services');
  const summary = await withServices(context, ({ library }) => library.import(resolve(file)));
  context.print(json ? JSON.stringify(summary) : `Run ${summary.run}, "${summary.name}", is in the store.`);
}
