import { z } from 'zod';
import { importOptionsSchema } from './import';
import { noteSchema, problemCountsSchema, problemSchema } from './problem';

export const splitSchema = z.enum(['train', 'validation', 'test']);
export type Split = z.infer<typeof splitSchema>;

/** Height, width and channels of a stored picture, in pixels. */
export const shapeSchema = z.tuple([z.int().positive(), z.int().positive(), z.int().positive()]).readonly();

export const classCountsSchema = z.object({
  name: z.string(),
  train: z.int().nonnegative(),
  validation: z.int().nonnegative(),
  test: z.int().nonnegative(),
});

/** A mean may have thousands of numbers: one check of them all takes a tenth of the time that one of each takes. */
const manyNumbersSchema = z.custom<number[]>(
  (value) => Array.isArray(value) && value.every((number) => Number.isFinite(number)),
  'a list of numbers',
);

/** Pixels reach the network as x / 255, less the mean, divided by the standard deviation. */
export const normalizationSchema = z.object({
  /** Of x / 255 over the training split: one a pixel and channel (height, width, channel order), or one a channel. */
  mean: manyNumbersSchema,
  /** One a channel, never 0. */
  standardDeviation: z.array(z.number().positive()),
});

/** How a dataset differs from the one that was imported from the same place before. */
export const differenceSchema = z.object({
  /** Of the earlier content, hexadecimal. */
  contentHash: z.string(),
  /** Pictures, told by their content. */
  added: z.int().nonnegative(),
  removed: z.int().nonnegative(),
  /** Pictures that are there still, in another class. */
  relabelled: z.int().nonnegative(),
  classesAdded: z.array(z.string()),
  classesRemoved: z.array(z.string()),
});
export type Difference = z.infer<typeof differenceSchema>;

/** manifest.json of a dataset in the store. */
export const manifestSchema = z.object({
  version: z.literal(1),
  id: z.string(),
  name: z.string(),
  /** Name of the reader that understood the source. */
  format: z.string(),
  /** Where it was imported from. */
  source: z.string(),
  /** ISO 8601, in UTC. */
  importedAt: z.string(),
  /** SHA-256 over pictures and labels of all splits, hexadecimal. */
  contentHash: z.string(),
  shape: shapeSchema,
  classes: z.array(classCountsSchema).min(2),
  /** Whether a picture keeps its class when it is mirrored: true for things, false for digits and letters. */
  mirrorKeepsClass: z.boolean(),
  normalization: normalizationSchema,
  /** Left out where the pixels are packed in the store; otherwise the pictures are left where they were. */
  storage: z.literal('in-place').optional(),
  /** At most 200 of a kind. */
  problems: z.array(problemSchema),
  /** All problems, by kind; this and what follows is left out in datasets of earlier versions. */
  problemCounts: problemCountsSchema.optional(),
  /** How the source was read, where that does not go without saying. */
  notes: z.array(noteSchema).optional(),
  /** Every path that was imported together. */
  sources: z.array(z.string()).optional(),
  /** How it was imported, so that it can be imported again in the same way. */
  options: importOptionsSchema.optional(),
  /** Left out where nothing from the same place was there before. */
  difference: differenceSchema.optional(),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** Raw pixels as the renderer draws them: height x width x 4, red, green, blue, alpha. */
export const pictureSchema = z.object({
  label: z.string(),
  /** Place in its split, from 0, where it is one of a dataset. */
  index: z.int().nonnegative().optional(),
  /** Where it lies, where it was left in a file of its own. */
  file: z.string().optional(),
  width: z.int().positive(),
  height: z.int().positive(),
  pixels: z.instanceof(Uint8Array),
});
export type Picture = z.infer<typeof pictureSchema>;

/** A picture of a dataset and what an augmentation makes of it. */
export const variationsSchema = z.object({ original: pictureSchema, versions: z.array(pictureSchema) });
export type Variations = z.infer<typeof variationsSchema>;

export const importProgressSchema = z.object({
  /** What is being done, in words: "Reading pictures". */
  stage: z.string(),
  done: z.number(),
  /** 0 while it is not known yet. */
  total: z.number(),
});
export type ImportProgress = z.infer<typeof importProgressSchema>;
