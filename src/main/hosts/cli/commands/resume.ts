import type { Command } from 'commander';
import type { DeviceChoice } from '../../../../shared/contract/device';
import type { RunSummary } from '../../../../shared/contract/run';
import type { Act, Context } from '../context';
import { asNamed, chosenRun } from '../find-run';
import { follow } from '../follow-run';
import { deviceOption, queueOption, wholeNumber } from '../options';
import { enqueue } from '../queueing';
import type { Services } from '../services';

interface ResumeOptions {
  readonly epochs?: number;
  readonly device: DeviceChoice;
  readonly queue?: boolean;
  readonly takeOver?: boolean;
  readonly json?: boolean;
}

export function addResume(program: Command, context: Context, act: Act): void {
  program
    .command('resume')
    .description('Goes on with a run that was stopped, interrupted or failed, as if it had never been')
    .argument('<run>', asNamed)
    .option('--epochs <count>', 'make the run so long in all; also for a finished one', wholeNumber(1, 1_000_000))
    .addOption(deviceOption())
    .addOption(queueOption())
    .option('--take-over', 'take it from a process of another machine or container that is gone')
    .option('--json', 'print one event a line, as `train` does')
    .action(act((run: string, options: ResumeOptions) => resume(run, options, context)));
}

async function resume(wanted: string, options: ResumeOptions, context: Context): Promise<number> {
  const { epochs, device, queue = false, takeOver = false, json = false } = options;
  const { withServices } = await import('../services');
  const goOn = async (services: Services): Promise<number> => {
    const { run } = chosenRun(await services.runs.list(), wanted);
    const start = (): Promise<RunSummary> => services.runs.resume(run, epochs, { takeOver });
    return queue ? enqueue(services, start, json, context) : follow(services, start, json, context);
  };
  return withServices(context, goOn, { device, queued: queue });
}
