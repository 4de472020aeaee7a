import { writeFile } from 'node:fs/promises';
import type { Language } from '../../../shared/words/language';
import { UserError } from '../../../shared/errors';
import { message } from '../../../shared/words/message';
import type { ReportData } from '../../../shared/runs/report-data';
import { errorCode, explainFileError } from '../../files/file-errors';
import { reportPage } from './page';

interface Target {
  readonly path: string;
  readonly language: Language;
  /** Whether a file that is there already is replaced. */
  readonly replace: boolean;
}

/** Writes a run as one page. @throws UserError where the file cannot be written. */
export async function writeReport(data: ReportData, { path, language, replace }: Target): Promise<void> {
  try {
    await writeFile(path, reportPage(data, language), { flag: replace ? 'w' : 'wx' });
  } catch (error) {
    if (errorCode(error) === 'EEXIST') {
      throw new UserError(message('files.exists', { path }));
    }
    throw explainFileError(error, path);
  }
}
