import { z } from 'zod';
import {
  type LabelChange,
  labelChangeSchema,
  noLabels,
  type RunLabels,
  runLabelsSchema,
} from '../../shared/contract/labels';
import { UserError } from '../../shared/errors';
import { message, type Message } from '../../shared/words/message';
import { exists } from '../files/file-errors';
import { jsonText } from '../files/json-text';
import { changeShared, putAside } from '../files/shared-file';
import { writeDurably } from '../files/durable-file';
import { type FileFormat, NewerVersionError, readVersioned } from '../files/versioned-file';
import { firstIssue } from '../../shared/words/outside';

const labelsFileSchema = z.object({ version: z.literal(1), ...runLabelsSchema.shape });

/** There was never a labels.json without a version. */
const labelsFormat: FileFormat<typeof labelsFileSchema> = {
  schema: labelsFileSchema,
  migrations: [(content) => content],
};

/** What somebody added to a run; a damaged file takes no more from a run than its labels. */
export interface ReadLabels {
  readonly labels: RunLabels;
  /** Why there are none, where the file cannot be understood. */
  readonly problem: { readonly text: string; readonly words: Message } | null;
}
export const noReadLabels: ReadLabels = { labels: noLabels, problem: null };

/** @param path Of labels.json; nothing where there is none. */
export async function readLabels(path: string): Promise<ReadLabels> {
  try {
    if (!(await exists(path))) return noReadLabels;
    return { labels: runLabelsSchema.parse(await readVersioned(path, labelsFormat, '')), problem: null };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { labels: noLabels, problem: { text: error.message, words: error.words } };
  }
}

export type LabelEdit = LabelChange & { readonly name?: string };

/**
 * Changes labels.json while nobody else does, and resolves when that is on the disk. A file that cannot be understood is
 * kept beside the new one.
 * @param edit What is to become different, by what is there.
 * @returns what the damaged file is called now; null where there was none.
 * @throws UserError where the labels cannot be such, or a newer version of the studio has written the file.
 */
export function changeLabels(path: string, edit: (labels: RunLabels) => LabelEdit): Promise<string | null> {
  return changeShared(path, async () => {
    const { labels, aside } = await readVersioned(path, labelsFormat, '').then(
      (known) => ({ labels: runLabelsSchema.parse(known), aside: null }),
      async (thrown: unknown) => {
        if (thrown instanceof NewerVersionError || !(thrown instanceof UserError)) throw thrown;
        return { labels: noLabels, aside: (await exists(path)) ? await putAside(path) : null };
      },
    );
    const change = edit(labels);
    const { error } = labelChangeSchema.safeParse(change);
    if (error) throw new UserError(message('runs.badLabels', firstIssue(error)));
    await writeDurably(path, [jsonText({ version: 1, ...labels, ...change })]);
    return aside;
  });
}
