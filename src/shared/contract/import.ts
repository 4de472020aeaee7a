import { z } from 'zod';
import { inEnglish } from '../words/english';
import { message } from '../words/message';
import { textEncodingSchema } from './text-encoding';

/** Sides, in pixels, that pictures of a folder can be packed at. */
export const trainingSizes = [32, 64, 128, 224] as const;
export const trainingSizeSchema = z.literal(trainingSizes);

/** Of stored pictures: luminance alone, or red, green and blue. */
export const channelChoices = [1, 3] as const;

const share = z.number().min(0).max(0.9);

/** What the columns of a table of pictures can hold. */
export const columnRoles = ['path', 'label', 'split'] as const;
export type ColumnRole = (typeof columnRoles)[number];
const columnSchema = z.string().max(1000).optional();

/** What may be chosen when a dataset is imported; what is left out is as the defaults have it. */
export const importOptionsSchema = z
  .object({
    /** Side that pictures are cut and resized to; left out: proposed from the pictures. */
    size: trainingSizeSchema.optional(),
    /** 1: greyscale, 3: colour; left out: as the source has it, or as a sample of the pictures is. */
    channels: z.literal(channelChoices).optional(),
    /**
     * Whether pictures are packed into the store at the training size, or left where they are and decoded as training
     * needs them; auto packs what the disk and the memory have room for.
     */
    keep: z.enum(['auto', 'copies', 'originals']).default('auto'),
    /** Of the training pictures of each class, where the source has no validation split. */
    validationShare: share.default(0.1),
    /** Of the training pictures of each class, where the source has no test split. */
    testShare: share.default(0),
    /** Decides which pictures these are, together with their content; 0: their content alone. */
    splitSeed: z.int().min(0).max(2_147_483_647).default(0),
    /** New names of classes by their old ones; classes of the same name become one. */
    rename: z.record(z.string(), z.string().trim().min(1).max(200)).default({}),
    /** Names of classes, as the source has them, whose pictures are not imported. */
    leaveOut: z.array(z.string()).default([]),
    /** What names and tables are written in that are not UTF-8; left out: found from their bytes. */
    encoding: textEncodingSchema.optional(),
    /** Whether the names of pictures that lie side by side say their classes: cat_001.jpg. */
    classesFromNames: z.boolean().default(false),
    /**
     * Columns of a table, by their names or their numbers from 1; what is left out is found by the names that the field
     * uses and by the pictures that are there. An empty name for the splits: none of the columns says them.
     */
    columns: z.object({ path: columnSchema, label: columnSchema, split: columnSchema }).default({}),
    /** The fold of a table's column of folds that validates; left out: folds are no splits. */
    validationFold: z.string().max(1000).optional(),
  })
  .refine(({ validationShare, testShare }) => validationShare + testShare < 1, {
    error: () => inEnglish(message('imports.nothingLeft')),
    path: ['testShare'],
  });
export type ImportOptions = z.infer<typeof importOptionsSchema>;
/** The same before its defaults are filled in. */
export type ImportChoices = z.input<typeof importOptionsSchema>;
