import { z } from 'zod';

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

export const problemSchema = z.object({ kind: z.string(), path: z.string(), message: z.string() });
export type Problem = z.infer<typeof problemSchema>;

/** Pixels reach the network as x / 255, less the mean, divided by the standard deviation. */
export const normalizationSchema = z.object({
  /** Of x / 255 over the training split: one a pixel and channel (height, width, channel order), or one a channel. */
  mean: z.array(z.number()),
  /** One a channel, never 0. */
  standardDeviation: z.array(z.number().positive()),
});

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
  problems: z.array(problemSchema),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** Raw pixels as the renderer draws them: height x width x 4, red, green, blue, alpha. */
export const pictureSchema = z.object({
  label: z.string(),
  width: z.int().positive(),
  height: z.int().positive(),
  pixels: z.instanceof(Uint8Array),
});
export type Picture = z.infer<typeof pictureSchema>;

export const importProgressSchema = z.object({
  /** What is being done, in words: "Reading pictures". */
  stage: z.string(),
  done: z.number(),
  total: z.number(),
});
export type ImportProgress = z.infer<typeof importProgressSchema>;
