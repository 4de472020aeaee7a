import { z } from 'zod';
import { messageSchema } from '../words/message';

/** What can be wrong with a picture or a dataset. */
export const problemKinds = [
  'unreadable',
  'truncated',
  'empty',
  'not-a-picture',
  'too-large',
  'missing',
  'unlabelled',
  'unsafe-path',
  'link',
  'same-name',
  'duplicate',
  'near-duplicate',
  'in-two-classes',
  'in-two-splits',
  'few-pictures',
  'missing-from-split',
  'called-like-split',
  'imbalance',
  'loses-colour',
] as const;
export const problemKindSchema = z.enum(problemKinds);
export type ProblemKind = z.infer<typeof problemKindSchema>;

/** Of a kind that a later version may add, too. */
export const problemSchema = z.object({
  kind: z.string(),
  /** A file, a file in an archive, a picture of a file of many, or the source where it is about all of it. */
  path: z.string(),
  /** What is wrong, in English. */
  message: z.string(),
  /** The same for every language, and what stands for the path where it is no path alone; not in earlier versions. */
  words: messageSchema.optional(),
  place: messageSchema.optional(),
});
export type Problem = z.infer<typeof problemSchema>;

/** How a source was read where that does not go without saying: nothing that is wrong with it. */
export const noteSchema = z.object({
  /** In English. */
  message: z.string(),
  /** The same for every language. */
  words: messageSchema,
});
export type Note = z.infer<typeof noteSchema>;

/** How many problems there are of each kind, also of those whose list is cut. */
export const problemCountsSchema = z.partialRecord(problemKindSchema, z.int().positive());
export type ProblemCounts = z.infer<typeof problemCountsSchema>;
