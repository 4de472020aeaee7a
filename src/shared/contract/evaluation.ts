import { z } from 'zod';
import { splitSchema } from './dataset';

/** How well one class is told from the others; 0 where nothing was counted that could be divided by. */
export const classScoreSchema = z.object({
  name: z.string(),
  /** Share of the pictures taken for this class that are of it. */
  precision: z.number(),
  /** Share of the pictures of this class that were taken for it. */
  recall: z.number(),
  /** Harmonic mean of both. */
  f1: z.number(),
  /** Pictures of this class. */
  support: z.int().nonnegative(),
});
export type ClassScore = z.infer<typeof classScoreSchema>;

/** What a network makes of all pictures of a split. */
export const evaluationSchema = z.object({
  /** `best`, `last` or `epoch-0010` of a run, or the path of a file. */
  checkpoint: z.string(),
  /** Steps that the weights were trained for; null where the file does not say so. */
  step: z.int().nonnegative().nullable(),
  dataset: z.object({ id: z.string(), name: z.string(), contentHash: z.string() }),
  split: splitSchema,
  pictures: z.int().positive(),
  /** Mean cross entropy, without label smoothing. */
  loss: z.number(),
  top1Error: z.number(),
  /** Share of the pictures whose class is not among the five most probable ones. */
  top5Error: z.number(),
  classes: z.array(classScoreSchema).min(2),
  /** Counts of pictures; a row is a true class, a column what was predicted. */
  confusionMatrix: z.array(z.array(z.int().nonnegative())),
  /** Place of the class that each picture was taken for, in the order of the split. */
  predictions: z.array(z.int().nonnegative()),
});
export type Evaluation = z.infer<typeof evaluationSchema>;

/** How far an evaluation is, in pictures. */
export const evaluationProgressSchema = z.object({ done: z.int().nonnegative(), total: z.int().nonnegative() });
export type EvaluationProgress = z.infer<typeof evaluationProgressSchema>;
