import { z } from 'zod';

/** How the curves of a run were looked at last. */
export const curveChoicesSchema = z.object({
  quantity: z.enum(['error', 'top5', 'loss', 'rate']),
  axis: z.enum(['step', 'epoch', 'time']),
  logarithmic: z.boolean(),
  /** Steps that the smooth line is about the mean of; 1: no smooth line. */
  smoothing: z.int().min(1).max(100_000),
});
export type CurveChoices = z.infer<typeof curveChoicesSchema>;
