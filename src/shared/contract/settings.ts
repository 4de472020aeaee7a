import { languages } from '../words/language';
import { z } from 'zod';
import { curveChoicesSchema } from './curves';
import { deviceChoiceSchema } from './device';
import { runColumns } from '../runs/run-order';
import { formChoicesSchema, recipeSchema } from './training';

/** Of what a page has kept here for itself: ids and names of views are far shorter. */
const longestName = 200;

/** What the form of a new run held last. */
export const lastChoicesSchema = z.object({
  dataset: z.string().max(longestName),
  variant: z.string().max(longestName),
  recipe: recipeSchema,
  ...formChoicesSchema.shape,
});

/** What becomes of a run that trains when the window is closed. */
const closingSchema = z.enum(['ask', 'background', 'stop']);

export const settingsSchema = z.object({
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  language: z.enum(['system', ...languages]).default('system'),
  /** Absolute path; empty for the platform's usual place. Takes effect at the next start. */
  dataFolder: z.string().default(''),
  /** The data folder before it was changed, where somebody has not yet said what becomes of what lies there; else empty. */
  formerDataFolder: z.string().default(''),
  /** What computes in processes that are started from now on: `auto`, `cpu` or the number of a GPU. */
  device: deviceChoiceSchema.default('auto'),
  /** Whether the tour of the first start was taken or skipped. */
  tourTaken: z.boolean().default(false),
  closing: closingSchema.default('ask'),
  /** Whether the system tells of a run that ends while nobody looks at the window. */
  notifications: z.boolean().default(true),
  lastView: z.string().max(longestName).default('datasets'),
  /** Columns that the list of runs does without. */
  hiddenColumns: z.array(z.enum(runColumns)).max(runColumns.length).default([]),
  /** Interrupted runs that the window has told of, each with its steps. */
  interruptedTold: z.array(z.string().max(longestName)).max(1000).default([]),
  lastChoices: lastChoicesSchema.partial().default({}),
  curves: curveChoicesSchema.partial().default({}),
  window: z
    .object({
      x: z.number().optional(),
      y: z.number().optional(),
      width: z.number(),
      height: z.number(),
      maximized: z.boolean(),
    })
    .default({ width: 1280, height: 840, maximized: false }),
});
export type Settings = z.infer<typeof settingsSchema>;

/** What a page may change: not where the data lie, which the host's dialog alone decides. */
export const settingsChangeSchema = settingsSchema
  .omit({ window: true, dataFolder: true, formerDataFolder: true })
  .extend({
    theme: settingsSchema.shape.theme.unwrap(),
    language: settingsSchema.shape.language.unwrap(),
    tourTaken: z.boolean(),
    device: deviceChoiceSchema,
    closing: closingSchema,
    notifications: z.boolean(),
    lastView: settingsSchema.shape.lastView.unwrap(),
    hiddenColumns: settingsSchema.shape.hiddenColumns.unwrap(),
    interruptedTold: settingsSchema.shape.interruptedTold.unwrap(),
    lastChoices: lastChoicesSchema.partial(),
    curves: curveChoicesSchema.partial(),
  })
  .partial();
