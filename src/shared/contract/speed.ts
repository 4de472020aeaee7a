import { z } from 'zod';
import { shapeSchema } from './dataset';
import { recipeValuesSchema, trainingBasisSchema } from './training';

/** What decides how long a training step takes. */
export const timedStepSchema = trainingBasisSchema
  .pick({ variant: true, shortcut: true, bottleneckStride: true, precision: true })
  .extend({ batch: recipeValuesSchema.shape.batch, shape: shapeSchema, classes: z.int().min(2) });
export type TimedStep = z.infer<typeof timedStepSchema>;

/** How long a step takes on this machine, and from what that is known. */
export const stepTimeSchema = z.object({
  /** Milliseconds. */
  stepMillis: z.number().positive(),
  /** A benchmark of the bare step, a run that trained just so, or another one, by multiply-adds. */
  source: z.enum(['benchmark', 'run', 'scaled']),
  /** What was timed; its network by its title, "ResNet-20". */
  basis: z.object({ network: z.string(), batch: z.number(), precision: z.string() }),
});
export type StepTime = z.infer<typeof stepTimeSchema>;
