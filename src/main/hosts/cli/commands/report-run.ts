import { type Command, Option } from 'commander';
import { resolve } from 'node:path';
import { type Language, languages } from '../../../../shared/words/language';
import type { Act, Context } from '../context';
import { withRuns } from './label-runs';

interface ReportOptions {
  readonly output: string;
  readonly language: Language;
  readonly json?: boolean;
}

export function addReport(command: Command, context: Context, act: Act): void {
  command
    .requiredOption('--output <file>', 'the HTML file to write, which must not be there yet')
    .addOption(new Option('--language <language>', 'of the report').choices(languages).default('en'))
    .action(act((run: string, options: ReportOptions) => reportRun(run, options, context)));
}

async function reportRun(wanted: string, { output, language, json }: ReportOptions, context: Context): Promise<void> {
  const path = resolve(output);
  const [run] = await withRuns([wanted], context, async (found, { dataFolder, datasets, inspector }) => {
    const { RunEvaluations } = await import('../../../studio/run-evaluations');
    const { readReportData } = await import('../../../studio/run-report');
    const { writeReport } = await import('../../../export/report/write');
    const evaluations = new RunEvaluations({ dataFolder, datasets, inspector });
    const data = await readReportData(found.run, { dataFolder, evaluations, studioVersion: context.version });
    await writeReport(data, { dataFolder, path, language, replace: false });
    return found.run;
  });
  context.print(json ? JSON.stringify({ run, file: path }) : `The report of run ${run} is ${path}.`);
}
