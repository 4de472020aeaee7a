import { z } from 'zod';
import type { Service } from '../rpc/service';
import { shapeSchema, splitSchema } from './dataset';
import { tensorflowInformationSchema } from './device';
import { evaluationProgressSchema, evaluationSchema } from './evaluation';
import { questionsAbout } from './questions';
import { timedStepSchema } from './speed';

/** A checkpoint, or another file of weights. */
const weightsSchema = z.object({
  path: z.string(),
  /** What a bare weights file does not say of itself. */
  given: z
    .object({
      variant: z.string().optional(),
      classes: z.array(z.string()).readonly().optional(),
      shape: shapeSchema.optional(),
    })
    .optional(),
});
export type Weights = z.infer<typeof weightsSchema>;

const aboutWeights = z.object({ weights: weightsSchema });

/** What the inspector answers for the studio. */
export const inspector = {
  requests: {
    information: { input: z.undefined(), output: tensorflowInformationSchema },
    /** The pictures in folders, in their place; what cannot be looked into stays as it is. */
    findPictures: { input: z.object({ paths: z.array(z.string()) }), output: z.array(z.string()) },
    /** Milliseconds of a bare training step. */
    timeStep: { input: timedStepSchema, output: z.number() },
    /** What the weights make of all pictures of a dataset's split. */
    evaluate: {
      input: aboutWeights.extend({ dataFolder: z.string(), dataset: z.string(), split: splitSchema }),
      output: evaluationSchema,
      progress: evaluationProgressSchema,
    },
    ...questionsAbout(aboutWeights),
  },
  events: {},
} as const satisfies Service;
export type Inspector = typeof inspector;
