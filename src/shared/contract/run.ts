import { z } from 'zod';
import { normalizationSchema, shapeSchema } from './dataset';

export const precisionSchema = z.enum(['float32', 'bfloat16']);
export const augmentationSchema = z.enum(['none', 'standard']);
export type Augmentation = z.infer<typeof augmentationSchema>;
export const scheduleSchema = z.enum(['constant', 'step', 'plateau', 'cosine']);
export type ScheduleKind = z.infer<typeof scheduleSchema>;

/** What somebody asks for when starting a run; everything that is left out has the paper's value. */
export const runRequestSchema = z.object({
  name: z.string().max(200).optional(),
  /** Id of a dataset in the store. */
  dataset: z.string(),
  /** `resnet20`, `plain56`, ... */
  variant: z.string(),
  /** Left out: as the network's family has it; a plain network has none. */
  shortcut: z.enum(['A', 'B', 'C']).optional(),
  /** Which convolution of a bottleneck block has its stride; left out: the 3x3, or none where blocks are basic. */
  bottleneckStride: z.enum(['1x1', '3x3']).optional(),
  /** The last batch normalisation of each block starts with a scale of 0, so that blocks start as identities. */
  zeroInitialization: z.boolean().default(false),
  batch: z.int().min(1).max(65_536).default(128),
  /** Passes over the training split; left out where `steps` is given. */
  epochs: z.int().min(1).max(1_000_000).optional(),
  steps: z.int().min(1).max(1_000_000_000).optional(),
  learningRate: z.number().positive().max(1_000).default(0.1),
  schedule: scheduleSchema.default('step'),
  /** Fractions of the run after which `step` divides the learning rate by 10. */
  milestones: z.array(z.number().gt(0).lt(1)).default([0.5, 0.75]),
  momentum: z.number().min(0).lt(1).default(0.9),
  weightDecay: z.number().min(0).default(1e-4),
  precision: precisionSchema.default('float32'),
  seed: z.int().min(0).max(2_147_483_647).default(1),
  /** Left out: by the length of the run. */
  augmentation: augmentationSchema.optional(),
  shuffle: z.boolean().default(true),
  /** Absolute path of a safetensors file to start from; left out: random weights. */
  weights: z.string().optional(),
});
export type RunRequest = z.input<typeof runRequestSchema>;

/** config.json of a run: everything that decides its result. */
export const runConfigSchema = z.object({
  version: z.literal(1),
  run: z.string(),
  name: z.string(),
  /** ISO 8601, in UTC. */
  createdAt: z.string(),
  studioVersion: z.string(),
  dataset: z.object({
    id: z.string(),
    name: z.string(),
    contentHash: z.string(),
    shape: shapeSchema,
    classes: z.array(z.string()),
    mirrorKeepsClass: z.boolean(),
    trainCount: z.int().positive(),
  }),
  normalization: normalizationSchema,
  /** What the run starts from, copied into its folder; left out: random weights. */
  weights: z
    .object({
      /** Where the file was. */
      source: z.string(),
      /** Hexadecimal. */
      sha256: z.string(),
      /** What of it was not used and what was assumed, in sentences. */
      notes: z.array(z.string()),
    })
    .optional(),
  /** The request with everything filled in that it left out. */
  training: runRequestSchema
    .required({ epochs: true, steps: true, augmentation: true })
    .omit({ name: true, dataset: true, weights: true }),
});
export type RunConfig = z.infer<typeof runConfigSchema>;

export const runStates = [
  'queued',
  'preparing',
  'training',
  'paused',
  'finished',
  'stopped',
  'interrupted',
  'failed',
] as const;
export const runStateSchema = z.enum(runStates);
export type RunState = z.infer<typeof runStateSchema>;

/** Whether a process works on the run. */
export function isActive(state: RunState): boolean {
  return state === 'preparing' || state === 'training' || state === 'paused';
}

export const runSummarySchema = z.object({
  run: z.string(),
  name: z.string(),
  state: runStateSchema,
  /** Why it failed or was interrupted, and the way out; null otherwise. */
  reason: z.string().nullable(),
  createdAt: z.string(),
  /** `resnet20` */
  model: z.string(),
  dataset: z.string(),
  steps: z.int().nonnegative(),
  totalSteps: z.int().nonnegative(),
  trainLoss: z.number().nullable(),
  /** Top-1, as fractions. */
  validationError: z.number().nullable(),
  testError: z.number().nullable(),
  /** Whether there is a checkpoint to classify with. */
  hasCheckpoint: z.boolean(),
});
export type RunSummary = z.infer<typeof runSummarySchema>;
