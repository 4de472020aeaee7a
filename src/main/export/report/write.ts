import type { Language } from '../../../shared/words/language';
import { UserError } from '../../../shared/errors';
import { message } from '../../../shared/words/message';
import type { ReportData } from '../../../shared/runs/report-data';
import { exists, withPath } from '../../files/file-errors';
import { writeForUser } from '../../files/user-file';
import { reportPage } from './page';

interface Target {
  /** Of the studio that writes it. */
  readonly dataFolder: string;
  readonly path: string;
  readonly language: Language;
  /** Whether a file that is there already is replaced. */
  readonly replace: boolean;
}

/** Writes a run as one page. @throws UserError where the file cannot be written. */
export async function writeReport(data: ReportData, { dataFolder, path, language, replace }: Target): Promise<void> {
  if (!replace && (await exists(path))) throw new UserError(message('files.exists', { path }));
  await withPath(path, () => writeForUser(dataFolder, path, [reportPage(data, language)]));
}
