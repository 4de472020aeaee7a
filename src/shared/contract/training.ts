import { z } from 'zod';

/** What activations are computed in. */
export const floatTypeSchema = z.enum(['float32', 'bfloat16']);
/** `auto`: whichever is faster where the run trains. */
export const precisionSchema = z.enum(['auto', ...floatTypeSchema.options]);
export const augmentationSchema = z.enum(['none', 'standard', 'imagenet']);
export type Augmentation = z.infer<typeof augmentationSchema>;
export const scheduleSchema = z.enum(['constant', 'step', 'plateau', 'cosine']);
export type ScheduleKind = z.infer<typeof scheduleSchema>;
export const optimizerSchema = z.enum(['sgd', 'adamw']);
export const recipeSchema = z.enum(['paper', 'slides', 'paper-cifar', 'paper-imagenet', 'quick', 'fine-tune']);
export type RecipeName = z.infer<typeof recipeSchema>;

/** Below 1 a fraction of the run, otherwise a number of steps. */
const placeSchema = z
  .number()
  .positive()
  .refine((place) => place < 1 || Number.isInteger(place), 'a fraction below 1, or a whole number of steps');

/**
 * How the learning rate begins. Until so many steps or epochs, or that fraction of the run, it grows linearly; until the
 * training error is below `error`, it is a tenth (paper, section 4.2). Null: with the whole rate.
 */
export const warmupSchema = z
  .discriminatedUnion('until', [
    z.object({ until: z.literal('step'), place: placeSchema }),
    z.object({ until: z.literal('epoch'), epochs: z.number().positive().max(1_000_000) }),
    z.object({ until: z.literal('error'), error: z.number().gt(0).lt(1) }),
  ])
  .nullable();
export type Warmup = z.infer<typeof warmupSchema>;

/** What a recipe decides of a run, and what may be chosen otherwise for each. */
export const recipeValuesSchema = z.object({
  optimizer: optimizerSchema,
  /** Pictures a step. */
  batch: z.int().min(1).max(65_536),
  learningRate: z.number().positive().max(1_000),
  schedule: scheduleSchema,
  /** Where `step` divides the learning rate by 10: fractions of the run, or steps. */
  milestones: z.array(placeSchema).min(1).max(100),
  warmup: warmupSchema,
  /** Of the steps before, for `sgd`. */
  momentum: z.number().min(0).lt(1),
  /** Look ahead by the momentum, for `sgd`. */
  nesterov: z.boolean(),
  weightDecay: z.number().min(0).max(1_000),
  /** Decay the scales and shifts of batch normalisation and the bias as well. */
  decayAll: z.boolean(),
  /** Share of the target that is spread over all classes alike; 0: none. */
  labelSmoothing: z.number().min(0).lt(1),
  /** Largest norm of the gradient over all parameters; 0: any. */
  clipNorm: z.number().min(0).max(1e9),
  /** Decay of the moving average of the weights, which evaluation then uses; 0: no average. */
  ema: z.number().min(0).lt(1),
  /** Epochs without a better validation error after which the run ends; 0: it never ends early. */
  patience: z.int().min(0).max(1_000_000),
  augmentation: augmentationSchema,
});

/** Passes over the training split, or steps. */
export const lengthSchema = z.object({
  epochs: z.int().min(1).max(1_000_000),
  steps: z.int().min(1).max(1_000_000_000),
});

/** What decides a run besides the recipe's values and its length. */
export const trainingBasisSchema = z.object({
  /** `resnet20`, `plain56`, ... */
  variant: z.string(),
  /** Left out: as the network's family has it; a plain network has none. */
  shortcut: z.enum(['A', 'B', 'C']).optional(),
  /** Which convolution of a bottleneck block has its stride; left out: the 3x3, or none where blocks are basic. */
  bottleneckStride: z.enum(['1x1', '3x3']).optional(),
  /** The last batch normalisation of each block starts with a scale of 0, so that blocks start as identities. */
  zeroInitialization: z.boolean().default(false),
  precision: precisionSchema.default('float32'),
  seed: z.int().min(0).max(2_147_483_647).default(1),
  shuffle: z.boolean().default(true),
});

/** Everything that decides how a run trains; what runs of earlier versions did not have is off. */
export const trainingSchema = trainingBasisSchema
  .extend(lengthSchema.shape)
  .extend({
    ...recipeValuesSchema.shape,
    optimizer: optimizerSchema.default('sgd'),
    warmup: warmupSchema.default(null),
    nesterov: z.boolean().default(false),
    decayAll: z.boolean().default(false),
    labelSmoothing: recipeValuesSchema.shape.labelSmoothing.default(0),
    clipNorm: recipeValuesSchema.shape.clipNorm.default(0),
    ema: recipeValuesSchema.shape.ema.default(0),
    patience: recipeValuesSchema.shape.patience.default(0),
  });
export type Training = z.infer<typeof trainingSchema>;
