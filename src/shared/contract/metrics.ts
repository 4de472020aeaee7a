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
  /** Milliseconds between the step before and this one, other than pauses: measuring, evaluation, checkpoints. */
  restMillis: z.number().optional(),
  /** Memory of the trainer's process, in bytes; told once a second or so. */
  residentBytes: z.number().optional(),
  /** What that process holds of the GPUs, in bytes, told with it where a GPU computes and its driver says so. */
  gpuBytes: z.number().optional(),
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

/**
 * What is measured of each layer and block, as often as it stays cheap. Gradients are those of a step on a few pictures
 * that are the same all through the run; blocks are measured on the pictures of the responses.
 */
export const layersEventSchema = z.object({
  event: z.literal('layers'),
  step: z.int().nonnegative(),
  epoch: z.int().nonnegative(),
  /** Convolutions and fully connected layers; each is measured by its weight. */
  layers: z.array(z.string()),
  /** Norm of the gradient of the mean loss with respect to the weight. */
  gradientNorms: z.array(z.number()),
  weightNorms: z.array(z.number()),
  /** Norm of what the latest step changed the weight by, over the norm of the weight; left out where it is not known. */
  updateRatios: z.array(z.number()).optional(),
  /** Blocks with a shortcut. */
  blocks: z.array(z.string()),
  /** Norm of what the block adds, F(x), over that of the shortcut, x. */
  ratios: z.array(z.number()),
  /** Cosine of the angle between F(x) and x. */
  cosines: z.array(z.number()),
});
export type LayersEvent = z.infer<typeof layersEventSchema>;

/** How many values lie in each of the equal spans from `low` to `high`. */
export const histogramSchema = z.object({ low: z.number(), high: z.number(), counts: z.array(z.number()) });
export type Histogram = z.infer<typeof histogramSchema>;

/** Weights of convolutions and fully connected layers, and responses of 3x3 layers; some twenty times a run. */
export const histogramsEventSchema = z.object({
  event: z.literal('histograms'),
  step: z.int().nonnegative(),
  epoch: z.int().nonnegative(),
  weights: z.object({ layers: z.array(z.string()), histograms: z.array(histogramSchema) }),
  responses: z.object({ layers: z.array(z.string()), histograms: z.array(histogramSchema) }),
});
export type HistogramsEvent = z.infer<typeof histogramsEventSchema>;

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
  layersEventSchema,
  histogramsEventSchema,
  endEventSchema,
]);
export type MetricEvent = z.infer<typeof metricEventSchema>;

const column = z.instanceof(Float64Array);

/**
 * What a metrics.jsonl adds up to for a drawing. Steps come as columns, since a hundred thousand objects take a second
 * to copy from process to process; what is large and measured often is thinned.
 */
export const runCurvesSchema = z.object({
  /** One value a step, in the order of the file. */
  steps: z.object({ step: column, loss: column, top1Error: column, learningRate: column, time: column }),
  /** The newest steps whole, oldest first. */
  recent: z.array(stepEventSchema),
  /** The other events, in the order of the file; of each kind that describes layers some hundred. */
  events: z.array(metricEventSchema),
  /** Index of the line of the file that comes next. */
  next: z.int().nonnegative(),
});
export type RunCurves = z.infer<typeof runCurvesSchema>;
