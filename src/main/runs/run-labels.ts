import { z } from 'zod';
import {
  type LabelChange,
  labelChangeSchema,
  noLabels,
  type RunLabels,
  runLabelsSchema,
} from '../../shared/contract/labels';
import { UserError } from '../../shared/errors';
import { message } from '../../shared/words/message';
import { withPath } from '../files/file-errors';
import { writeDurably } from '../files/durable-file';
import { type FileFormat, NewerVersionError, readVersioned } from '../files/versioned-file';
import { firstIssue } from '../../shared/words/outside';

const labelsFileSchema = z.object({ version: z.literal(1), ...runLabelsSchema.shape });

/** There was never a labels.json without a version. */
const labelsFormat: FileFormat<typeof labelsFileSchema> = {
  schema: labelsFileSchema,
  migrations: [(content) => content],
};

/**
 * What somebody added to a run; nothing where there is no file, or none that can be understood: a damaged one takes no
 * more from a run than its labels.
 * @param path Of labels.json.
 */
export async function readLabels(path: string): Promise<RunLabels> {
  try {
    return runLabelsSchema.parse(await readVersioned(path, labelsFormat, ''));
  } catch (error) {
    if (error instanceof UserError) return noLabels;
    throw error;
  }
}

/** @throws UserError where the labels cannot be such, or a newer version of the studio has written the file. */
export async function changeLabels(path: string, change: LabelChange & { name?: string }): Promise<void> {
  await readVersioned(path, labelsFormat, '').catch((error: unknown) => {
    if (error instanceof NewerVersionError) throw error;
  });
  const { error } = labelChangeSchema.safeParse(change);
  if (error) {
    throw new UserError(message('runs.badLabels', firstIssue(error)));
  }
  const labels: RunLabels = { ...(await readLabels(path)), ...change };
  await withPath(path, () => writeDurably(path, [`${JSON.stringify({ version: 1, ...labels }, null, 2)}\n`]));
}
