import { z } from 'zod';
import { splitSchema } from './dataset';
import { runStateSchema } from './run';

/** One optimiser step. */
export const stepEventSchema = z.object({
  event: z.literal('step'),
  /** Steps done, from 1. */
  step: z.int().positive(),
  /** Epoch that the step belongs to, from 1. */
  epoch: z.int().positive(),
  /** Mean cross-entropy of the batch, in nats, without weight decay. */
  loss: z.number(),
  /** Of the batch, as a fraction. */
  top1Error: z.number(),
  learningRate: z.number(),
  imagesPerSecond: z.number(),
  /** Milliseconds that the step waited for its batch, and that it computed. */
  loadingMillis: z.number(),
  stepMillis: z.number(),
  /** Seconds since the run started. */
  time: z.number(),
});
export type StepEvent = z.infer<typeof stepEventSchema>;

/** A pass over a whole split, in inference mode. */
export const evaluationEventSchema = z.object({
  event: z.literal('evaluation'),
  split: splitSchema,
  step: z.int().nonnegative(),
  epoch: z.int().nonnegative(),
  loss: z.number(),
  top1Error: z.number(),
  top5Error: z.number(),
  time: z.number(),
});
export type EvaluationEvent = z.infer<typeof evaluationEventSchema>;

/** Standard deviation of each 3x3 layer after batch normalisation, before the nonlinearity (paper, figure 7). */
export const responsesEventSchema = z.object({
  event: z.literal('responses'),
  step: z.int().nonnegative(),
  epoch: z.int().nonnegative(),
  layers: z.array(z.string()),
  standardDeviations: z.array(z.number()),
});
export type ResponsesEvent = z.infer<typeof responsesEventSchema>;

export const endEventSchema = z.object({
  event: z.literal('end'),
  run: z.string(),
  state: runStateSchema,
  steps: z.int().nonnegative(),
  seconds: z.number(),
  trainLoss: z.number().nullable(),
  validationError: z.number().nullable(),
  testError: z.number().nullable(),
});
export type EndEvent = z.infer<typeof endEventSchema>;

/** A line of metrics.jsonl, and of what `train --json` prints. */
export const metricEventSchema = z.discriminatedUnion('event', [
  stepEventSchema,
  evaluationEventSchema,
  responsesEventSchema,
  endEventSchema,
]);
export type MetricEvent = z.infer<typeof metricEventSchema>;
