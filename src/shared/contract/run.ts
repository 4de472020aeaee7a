import { z } from 'zod';
import { normalizationSchema, shapeSchema } from './dataset';
import { givenPathSchema } from './given-path';
import { idSchema } from './ids';
import { type Limits, numberSchema } from '../recipe/limits';
import { runLabelsSchema } from './labels';
import { lengthSchema, recipeSchema, recipeValuesSchema, trainingBasisSchema, trainingSchema } from './training';
import { messageSchema } from '../words/message';

/** What the counts of a {@link CheckpointRule} may be. */
export const checkpointLimits: Limits = { whole: true, least: 0, most: 1_000_000 };

/** What the minutes of a {@link CheckpointRule} may be. */
export const checkpointMinuteLimits: Limits = { least: 0, most: 10_000 };

/** When a run writes its last checkpoint, and which it keeps beside that and the best: they do not change its result. */
export const checkpointRuleSchema = z.object({
  /** Within an epoch the last checkpoint is written after so many minutes, which a kill loses at most; 0: only at its end. */
  minutes: numberSchema(checkpointMinuteLimits).default(5),
  /** Epochs from one to the next; 0: none. */
  every: numberSchema(checkpointLimits),
  /** How many of them, the newest; 0: all. */
  keep: numberSchema(checkpointLimits),
});
export type CheckpointRule = z.infer<typeof checkpointRuleSchema>;

export const defaultCheckpoints: CheckpointRule = { minutes: 5, every: 0, keep: 3 };

/** Of a run: the last, the best, or that after an epoch, `epoch-0010`. */
export const checkpointNameSchema = z.string().regex(/^(?:last|best|initial|epoch-\d{4,7})$/);

/** The run, and the checkpoint of it, that another one starts from. */
const branchSchema = z.object({ run: idSchema, checkpoint: checkpointNameSchema });

/** What somebody asks for when starting a run; what is left out has the recipe's value. */
export const runRequestSchema = trainingBasisSchema
  .extend(lengthSchema.partial().shape)
  .extend(recipeValuesSchema.partial().shape)
  .extend({
    name: z.string().max(200).optional(),
    /** Id of a dataset in the store. */
    dataset: idSchema,
    recipe: recipeSchema.default('paper'),
    /** A safetensors file to start from; left out: random weights. */
    weights: givenPathSchema.optional(),
    /** Classes of that file in the order of its head, where it does not name them itself. */
    weightsClasses: z.array(z.string().max(200)).max(100_000).optional(),
    /** Starts from the weights of another run, instead of a file's. */
    from: branchSchema.optional(),
    checkpoints: checkpointRuleSchema.optional(),
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
      /** What of it was not used and what was assumed, in English. */
      notes: z.array(z.string()),
      /** The same for every language; runs of earlier versions have the sentences alone. */
      noteWords: z.array(messageSchema).optional(),
      /** Left out in runs of earlier versions: a head for as many classes was kept as it was. */
      head: z
        .object({
          /** For each class of the dataset the row of the file's head that it starts from; null: random weights. */
          rows: z.array(z.int().nonnegative().nullable()),
          /** Whether the rows were found by the names of the classes, or no names were known. */
          by: z.enum(['name', 'order']),
        })
        .optional(),
    })
    .optional(),
  /** The run that this one was branched from; left out where it was not. */
  parent: branchSchema
    .extend({
      name: z.string(),
      /** Steps that its weights were trained for; null where the file does not say so. */
      step: z.int().nonnegative().nullable(),
    })
    .optional(),
  /** Left out: {@link defaultCheckpoints}. */
  checkpoints: checkpointRuleSchema.optional(),
  /** What the values were taken from, and where they differ from it; null for runs of earlier versions. */
  recipe: z
    .object({
      name: z.string(),
      /**
       * By the names of `training`; null where the recipe leaves the value to the dataset. With a reason where nobody asked
       * for it, and it follows from the dataset or the length.
       */
      deviations: z.record(z.string(), z.object({ recipe: z.json(), run: z.json(), reason: messageSchema.optional() })),
    })
    .nullable()
    .default(null),
  training: trainingSchema,
  /** Why the precision is what it is, where it was chosen by time. */
  precisionReason: z.string().optional(),
  /** The same for every language; runs of earlier versions have the sentence alone. */
  precisionWords: messageSchema.optional(),
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
  /** Why it failed or was interrupted, and the way out, in English; null otherwise. */
  reason: z.string().nullable(),
  /** The same for every language; runs of earlier versions have the sentence alone. */
  reasonWords: messageSchema.optional(),
  createdAt: z.string(),
  /** `resnet20` */
  model: z.string(),
  dataset: z.string(),
  /** Id of the dataset, and its content as it was; null where config.json is damaged. */
  trainedOn: z.object({ dataset: z.string(), contentHash: z.string() }).nullable(),
  steps: z.int().nonnegative(),
  totalSteps: z.int().nonnegative(),
  trainLoss: z.number().nullable(),
  /** Top-1, as fractions. */
  validationError: z.number().nullable(),
  testError: z.number().nullable(),
  /** Whether there is a checkpoint to classify with. */
  hasCheckpoint: z.boolean(),
  /** Whether its folder cannot be understood, by the reason given: it can be deleted, and nothing else. */
  damaged: z.boolean(),
  /** Why what somebody added to it cannot be read, in English and for every language. */
  labelsProblem: z.object({ text: z.string(), words: messageSchema }).optional(),
  ...runLabelsSchema.omit({ name: true }).shape,
});
export type RunSummary = z.infer<typeof runSummarySchema>;
