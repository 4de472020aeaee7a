import { writeFile } from 'node:fs/promises';
import { arch, cpus, platform, release, totalmem } from 'node:os';
import type { Language } from '../../shared/contract/settings';
import { UserError } from '../../shared/errors';
import { errorCode, explainFileError } from '../datasets/file-errors';
import { reportPage } from '../export/report/page';
import { networkOf } from '../training/run-network';
import { RunStore } from '../training/run-store';
import type { RunEvaluations } from './run-evaluations';

interface Options {
  readonly dataFolder: string;
  readonly evaluations: Pick<RunEvaluations, 'read'>;
  readonly studioVersion: string;
}

interface Target {
  readonly path: string;
  readonly language: Language;
  /** Whether a file that is there already is replaced. */
  readonly replace: boolean;
}

function machine(): string {
  const all = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  return `${all[0]?.model ?? 'processor'}, ${all.length} cores, ${memory}, ${platform()} ${release()} ${arch()}`;
}

/**
 * Writes all that is kept of a run as one page.
 * @throws UserError where there is no such run, where it is damaged, or where the file cannot be written.
 */
export async function writeReport(run: string, target: Target, options: Options): Promise<void> {
  const store = new RunStore(options.dataFolder);
  const summary = await store.summary(run);
  if (summary.damaged) throw new UserError(`Run ${run} cannot be reported: ${summary.reason ?? 'it is damaged.'}`);
  const [config, curves] = await Promise.all([store.readConfig(run), store.readCurves(run)]);
  // Without a checkpoint, or without its dataset, nothing is kept that could be shown.
  const evaluation = await options.evaluations.read({ run }).catch((error: unknown) => {
    if (error instanceof UserError) return null;
    throw error;
  });
  const made = { at: new Date(), studioVersion: options.studioVersion, machine: machine() };
  const page = reportPage({ summary, config, network: networkOf(config), curves, evaluation, made }, target.language);
  try {
    await writeFile(target.path, page, { flag: target.replace ? 'w' : 'wx' });
  } catch (error) {
    if (errorCode(error) === 'EEXIST') {
      throw new UserError(`There is a file ${target.path} already. Choose another name, or delete it first.`);
    }
    throw explainFileError(error, target.path);
  }
}
