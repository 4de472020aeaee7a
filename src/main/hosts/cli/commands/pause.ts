import type { Command } from 'commander';
import type { RunWant } from '../../../runs/run-request';
import type { Act, Context } from '../context';
import { withRuns } from './label-runs';

interface JsonOption {
  readonly json?: boolean;
}

const asNamed = 'its id as `runs` names it, or its name where no other run has it';

/** Adds what is to be done with runs that train, in whatever terminal or window. */
export function addPauseCommands(runs: Command, context: Context, act: Act): void {
  const add = (want: RunWant, description: string): void => {
    runs
      .command(want)
      .description(description)
      .argument('<run...>', asNamed)
      .option('--json', 'print JSON alone')
      .action(act((wanted: string[], options: JsonOption) => hold(want, wanted, options, context)));
  };
  add('pause', 'Holds runs still that train in another terminal or the window: each after its step, with a checkpoint');
  add('continue', 'Lets runs go on that are paused');
}

async function hold(want: RunWant, wanted: string[], { json }: JsonOption, context: Context): Promise<void> {
  const done = await withRuns(wanted, context, async ({ run }, { runs }) => {
    await runs[want](run);
    const { summary } = await runs.read(run, Number.MAX_SAFE_INTEGER);
    if (!json) {
      context.print(want === 'pause' ? `Run ${run} is paused after step ${summary.steps}.` : `Run ${run} goes on.`);
    }
    return summary;
  });
  if (json) context.print(JSON.stringify(done));
}
