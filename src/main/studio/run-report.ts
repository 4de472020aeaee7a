import { arch, cpus, platform, release, totalmem } from 'node:os';
import type { Language } from '../../shared/words/language';
import { UserError } from '../../shared/errors';
import { message } from '../../shared/words/message';
import type { ReportData } from '../../shared/runs/report-data';
import { networkOf } from '../../shared/network/run-network';
import { writeReport } from '../export/report/write';
import { RunStore } from '../runs/run-store';
import type { RunEvaluations } from './run-evaluations';

interface Options {
  readonly dataFolder: string;
  readonly evaluations: Pick<RunEvaluations, 'read'>;
  readonly studioVersion: string;
}

function machine(): string {
  const all = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  return `${all[0]?.model ?? 'processor'}, ${all.length} cores, ${memory}, ${platform()} ${release()} ${arch()}`;
}

/**
 * All that is kept of a run, for its report.
 * @throws UserError where there is no such run, or where it is damaged.
 */
export async function readReportData(run: string, options: Options): Promise<ReportData> {
  const store = new RunStore(options.dataFolder);
  const summary = await store.summary(run);
  if (summary.damaged)
    throw new UserError(
      message('runs.notReported', {
        run,
        message: summary.reasonWords ?? summary.reason ?? message('runs.damagedReason'),
      }),
    );
  const [config, curves] = await Promise.all([store.readConfig(run), store.readCurves(run)]);
  // Without a checkpoint, or without its dataset, nothing is kept that could be shown.
  const evaluation = await options.evaluations.read({ run }).catch((error: unknown) => {
    if (error instanceof UserError) return null;
    throw error;
  });
  const made = { at: new Date(), studioVersion: options.studioVersion, machine: machine() };
  return { summary, config, network: networkOf(config), curves, evaluation, made };
}

/**
 * Writes the report of a run as one HTML page, in the place of a file that is there.
 * @throws UserError where there is no such run, where it is damaged, or where the file cannot be written.
 */
export async function reportRun(
  run: string,
  target: { readonly path: string; readonly language: Language },
  options: Options,
): Promise<void> {
  await writeReport(await readReportData(run, options), { ...target, dataFolder: options.dataFolder, replace: true });
}
