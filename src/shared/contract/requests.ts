import { z } from 'zod';
import { manifestSchema, pictureSchema, splitSchema, variationsSchema } from './dataset';
import { deviceSchema } from './device';
import { evaluationSchema } from './evaluation';
import { givenPathSchema } from './given-path';
import { idSchema } from './ids';
import { importOptionsSchema } from './import';
import { labelChangeSchema, runNameSchema } from './labels';
import { metricEventSchema, runCurvesSchema } from './metrics';
import { previewSchema } from './preview';
import { questionsAbout } from './questions';
import { queueMoveSchema, queueSchema } from './queue';
import { runConfigSchema, runRequestSchema, runSummarySchema } from './run';
import { timedStepSchema, stepTimeSchema } from './speed';
import { fields } from '../recipe/fields';
import { augmentationSchema } from './training';
import { messageSchema } from '../words/message';
import { settingsChangeSchema, settingsSchema } from './settings';

const nothing = z.undefined();
const dataset = z.object({ dataset: idSchema });
const run = z.object({ run: idSchema });
const evaluated = run.extend({ checkpoint: idSchema.optional(), split: splitSchema.optional() });
/** What was dropped together, and how to import it. */
const importSourceSchema = z.object({
  paths: z.array(givenPathSchema).min(1),
  options: importOptionsSchema.optional(),
});

export const runDetailsSchema = z.object({
  summary: runSummarySchema,
  config: runConfigSchema,
  /** Lines of metrics.jsonl from the index that was asked for, without those that are not understood. */
  events: z.array(metricEventSchema),
  /** Index of the line that comes next. */
  next: z.int().nonnegative(),
});
export type RunDetails = z.infer<typeof runDetailsSchema>;

/** Every request to the studio: its name, input and output. */
export const requests = {
  'device.read': { input: nothing, output: deviceSchema },
  'settings.read': {
    input: nothing,
    output: settingsSchema.extend({ dataFolderInUse: z.string(), studioVersion: z.string() }),
  },
  'settings.change': { input: settingsChangeSchema, output: settingsSchema },

  'datasets.list': { input: nothing, output: z.array(manifestSchema) },
  /**
   * What an import would take; `datasets.progress` tells how far it is. One at a time: another preview, an import and
   * `datasets.cancel` end it.
   */
  'datasets.preview': { input: importSourceSchema, output: previewSchema },
  'datasets.import': {
    input: importSourceSchema.extend({ name: z.string().max(200).optional() }),
    output: manifestSchema,
  },
  /** Imports the source of a dataset again, in the same way, in its place; `difference` in the manifest tells what changed. */
  'datasets.update': { input: dataset, output: manifestSchema },
  /** Ends the preview or the import that is on; its own answer is an error that says so. */
  'datasets.cancel': { input: nothing, output: nothing },
  'datasets.importSample': { input: nothing, output: manifestSchema },
  /** Some pictures of each class from the training split. */
  'datasets.samples': { input: dataset.extend({ perClass: z.int().min(1).max(50) }), output: z.array(pictureSchema) },
  /** Pictures of one class, in the order of the split: `count` from number `from` on. */
  'datasets.pictures': {
    input: dataset.extend({
      split: splitSchema,
      class: z.int().nonnegative(),
      from: z.int().nonnegative(),
      count: z.int().min(1).max(200),
    }),
    output: z.array(pictureSchema),
  },
  /** Some pictures of the training split, and what the augmentation makes of each in training, by its own code. */
  'datasets.variations': {
    input: dataset.extend({
      augmentation: augmentationSchema,
      seed: fields.seed.schema,
      pictures: z.int().min(1).max(8),
      versions: z.int().min(1).max(8),
    }),
    output: z.array(variationsSchema),
  },
  'datasets.remove': { input: dataset, output: nothing },

  /** How long a step takes here, as far as it is known; null where nothing is. */
  'speed.predict': { input: timedStepSchema, output: stepTimeSchema.nullable() },
  /** Times the bare step, and remembers it. */
  'speed.measure': { input: timedStepSchema, output: stepTimeSchema },

  'runs.list': { input: nothing, output: z.array(runSummarySchema) },
  'runs.start': { input: runRequestSchema, output: runSummarySchema },
  /** What is to be said of the weights that such a run would start from; refused as `runs.start` would be. */
  'runs.check': { input: runRequestSchema, output: z.object({ notes: z.array(messageSchema) }) },
  /** Names of the checkpoints that a run has: last, best, and those of epochs in their order. */
  'runs.checkpoints': { input: run, output: z.array(z.string()) },
  /** With `epochs` the run becomes that long in all. */
  'runs.resume': {
    input: run.extend({
      epochs: fields.epochs.schema.optional(),
      /** Whether somebody has said that the process is gone that has it on another machine or in another container. */
      takeOver: z.boolean().optional(),
    }),
    output: runSummarySchema,
  },
  'runs.stop': { input: run, output: nothing },
  /** A run that trains holds still after its step, with a checkpoint, until `runs.continue`. */
  'runs.pause': { input: run, output: nothing },
  'runs.continue': { input: run, output: nothing },
  'runs.read': { input: run.extend({ from: z.int().nonnegative() }), output: runDetailsSchema },
  /** The settings of a run, without what it has measured. */
  'runs.config': { input: run, output: runConfigSchema },
  /** The whole metrics.jsonl, as little of it as it takes to draw it: a run of 100,000 steps comes within half a second. */
  'runs.curves': { input: run, output: runCurvesSchema.extend({ config: runConfigSchema }) },
  'runs.rename': { input: run.extend({ name: runNameSchema }), output: runSummarySchema },
  'runs.label': { input: run.extend({ labels: labelChangeSchema }), output: runSummarySchema },
  /** Takes a run off the list; it is kept until `runs.restore` or `runs.discard`, or until the studio ends. */
  'runs.remove': { input: run, output: nothing },
  'runs.restore': { input: run, output: runSummarySchema },
  /** Moves a run that was removed to the system's trash. */
  'runs.discard': { input: run, output: nothing },
  'runs.import': { input: z.object({ path: givenPathSchema }), output: runSummarySchema },
  /** Whether each of these files is the zip of a run, and no dataset. */
  'runs.areArchives': { input: z.object({ paths: z.array(givenPathSchema).min(1) }), output: z.boolean() },

  /** The runs that wait for their turn, the next one first. `runs.stop` takes one out. */
  'queue.read': { input: nothing, output: queueSchema },
  'queue.move': { input: run.extend({ move: queueMoveSchema }), output: queueSchema },
  /** A run that trains is stopped with a checkpoint, and goes on right afterwards. */
  'queue.startNow': { input: run, output: nothing },

  /** What is kept of an evaluation of the run, as long as its checkpoint and its dataset are the same; null where nothing is. */
  'evaluations.read': { input: evaluated, output: evaluationSchema.nullable() },
  /** Takes all pictures of the split; `evaluations.progress` tells how far it is. */
  'evaluations.compute': { input: evaluated, output: evaluationSchema },
  /** Pictures of one class that were taken for a class. */
  'evaluations.pictures': {
    input: evaluated.extend({
      truth: z.int().nonnegative(),
      predicted: z.int().nonnegative(),
      most: z.int().min(1).max(200),
    }),
    output: z.array(pictureSchema),
  },

  /** The pictures in folders, in their place: what is to be classified, one by one. */
  'pictures.find': { input: z.object({ paths: z.array(givenPathSchema).min(1) }), output: z.array(z.string()) },
  /** Answered by the inspector, with the weights of the run. */
  ...questionsAbout(run),
} as const;
