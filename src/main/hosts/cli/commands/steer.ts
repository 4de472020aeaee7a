import type { Command } from 'commander';
import type { RunWant } from '../../../../shared/contract/instance';
import { isActive } from '../../../../shared/contract/run';
import { UserError } from '../../../../shared/errors';
import { message } from '../../../../shared/words/message';
import { cancelWaiting } from '../../../studio/run-queue';
import type { Act, Context } from '../context';
import { exitCodes } from '../context';
import { asNamed, chosenRun } from '../find-run';
import { RunDisplay, tellEnd } from '../run-display';
import { withRuns } from './label-runs';

interface JsonOption {
  readonly json?: boolean;
}

interface StopOptions extends JsonOption {
  readonly atOnce?: boolean;
}

/** Adds what is to be done with runs that train, in whatever terminal or window. */
export function addSteering(runs: Command, context: Context, act: Act): void {
  const add = (name: string, description: string): Command =>
    runs.command(name).description(description).option('--json', 'print JSON alone');
  const addHold = (want: RunWant, description: string): void => {
    add(want, description)
      .argument('<run...>', asNamed)
      .action(act((wanted: string[], options: JsonOption) => hold(want, wanted, options, context)));
  };
  addHold(
    'pause',
    'Holds runs still that train in another terminal or the window: each after its step, with a checkpoint',
  );
  addHold('continue', 'Lets runs go on that are paused');
  add('stop', 'Ends runs that train in another terminal or the window: each after its step, with a checkpoint')
    .argument('<run...>', asNamed)
    .option('--at-once', 'without a checkpoint: they count as interrupted')
    .action(act((wanted: string[], options: StopOptions) => stop(wanted, options, context)));
  add(
    'watch',
    'Shows a run that trains in another terminal or the window, as `train` does; Ctrl-C ends the showing alone',
  )
    .argument('<run>', asNamed)
    .action(act((wanted: string, options: JsonOption) => watch(wanted, options, context)));
}

async function hold(want: RunWant, wanted: string[], { json }: JsonOption, context: Context): Promise<void> {
  const done = await withRuns(wanted, context, async ({ run }, { runs }) => {
    await runs[want](run);
    const summary = await runs.summary(run);
    if (!json) {
      context.print(want === 'pause' ? `Run ${run} is paused after step ${summary.steps}.` : `Run ${run} goes on.`);
    }
    return summary;
  });
  if (json) context.print(JSON.stringify(done));
}

async function stop(wanted: string[], { json, atOnce = false }: StopOptions, context: Context): Promise<void> {
  const done = await withRuns(wanted, context, async ({ run, state }, services) => {
    if (state === 'queued') await cancelWaiting(services, run);
    else await services.runs.stop(run, atOnce);
    const summary = await services.runs.summary(run);
    if (!json) context.print(`Run ${run} is over (${summary.state}) after step ${summary.steps}.`);
    return summary;
  });
  if (json) context.print(JSON.stringify(done));
}

async function watch(wanted: string, { json = false }: JsonOption, context: Context): Promise<number> {
  const { withServices } = await import('../services');
  const ending = new AbortController();
  const end = (): void => ending.abort();
  process.once('SIGINT', end);
  try {
    return await withServices(context, async ({ runs }) => {
      const summary = chosenRun(await runs.list(), wanted);
      if (summary.state === 'queued') {
        throw new UserError(message('commandLine.notTrainingYet', { run: summary.run }));
      }
      if (!isActive(summary.state)) return tellEnd(summary, json, context);
      const display = new RunDisplay(json, context);
      display.begin(summary);
      try {
        const last = await runs.watch(
          summary.run,
          (news) => {
            if (news.type === 'metrics') display.show(news.events);
            else if (news.type === 'note') display.note(news.text);
            else display.change(news.summary);
          },
          ending.signal,
        );
        return tellEnd(last, json, context);
      } catch (thrown) {
        if (ending.signal.aborted) return exitCodes.done;
        throw thrown;
      } finally {
        display.clear();
      }
    });
  } finally {
    process.removeListener('SIGINT', end);
  }
}
