import type { Command } from 'commander';
import type { RunSummary } from '../../../shared/contract/run';
import type { Act, Context } from '../context';
import { formatCount, formatError, formatTable } from '../text';

export function addRuns(program: Command, context: Context, act: Act): void {
  program
    .command('runs')
    .description('The runs in the store, newest first')
    .option('--json', 'print JSON alone')
    .action(act((options: { json?: boolean }) => listRuns(options, context)));
}

async function listRuns({ json }: { json?: boolean }, context: Context): Promise<void> {
  const { withServices } = await import('../services');
  const runs = await withServices(context, (services) => services.runs.list());
  if (json) return context.print(JSON.stringify(runs));
  if (runs.length === 0) return context.print('There is no run yet: `train --help` tells how to start one.');
  context.print(
    formatTable<RunSummary>(runs, [
      { title: 'run', cell: ({ run }) => run },
      { title: 'state', cell: ({ state }) => state },
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
