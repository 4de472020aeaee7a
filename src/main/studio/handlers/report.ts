import type { RunEvaluations } from '../run-evaluations';
import { readReportData } from '../run-report';
import { writeReport } from '../../export/report/write';
import type { ChooseTarget } from '../../hosts/electron/dialogs';
import type { Handlers } from '../dispatch';
import { spokenNow } from '../../hosts/electron/texts';

interface Services {
  readonly dataFolder: string;
  readonly evaluations: RunEvaluations;
  readonly studioVersion: string;
  readonly chooseTarget: ChooseTarget;
}

/** Answers the request for a report, in the language that the window speaks. */
export function reportHandlers({ chooseTarget, ...options }: Services): Handlers<'reports.write'> {
  return {
    'reports.write': async ({ run }) => {
      const path = await chooseTarget('report', `${run}.html`);
      // The dialog has asked already whether a file that is there is to be replaced.
      if (path === null) return null;
      await writeReport(await readReportData(run, options), { path, language: spokenNow(), replace: true });
      return path;
    },
  };
}
