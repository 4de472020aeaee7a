import type { Command } from 'commander';
import type { DeviceChoice } from '../../../shared/contract/device';
import type { Act, Context } from '../context';
import { follow } from '../follow-run';
import { deviceOption, wholeNumber } from '../options';
import type { Services } from '../services';

interface ResumeOptions {
  readonly epochs?: number;
  readonly device: DeviceChoice;
  readonly json?: boolean;
}

export function addResume(program: Command, context: Context, act: Act): void {
  program
    .command('resume')
    .description('Goes on with a run that was stopped, interrupted or failed, as if it had never been')
    .argument('<run>', 'as `runs` names it')
    .option('--epochs <count>', 'make the run so long in all; also for a finished one', wholeNumber(1, 1_000_000))
    .addOption(deviceOption())
    .option('--json', 'print one event a line, as `train` does')
    .action(act((run: string, options: ResumeOptions) => resume(run, options, context)));
}

async function resume(run: string, { epochs, device, json = false }: ResumeOptions, context: Context): Promise<number> {
  const { withServices } = await import('../services');
  const goOn = ({ datasets, runs }: Services): Promise<number> =>
    follow({ datasets, runs }, () => runs.resume(run, epochs), json, context);
  return withServices(context, goOn, device);
}
