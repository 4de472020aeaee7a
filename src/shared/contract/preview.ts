import { z } from 'zod';
import { classCountsSchema, pictureSchema, shapeSchema } from './dataset';
import { trainingSizeSchema } from './import';
import { readingSchema } from './text-encoding';
import { noteSchema, problemCountsSchema, problemSchema } from './problem';

/** Smallest, middle and largest of many lengths, in pixels. */
const spreadSchema = z.object({ least: z.int(), median: z.int(), most: z.int() });

/** A column of a table, by the name or number that chooses it, with some of its values. */
const tableColumnSchema = z.object({ name: z.string(), samples: z.array(z.string()) });
export type TableColumn = z.infer<typeof tableColumnSchema>;

const tableSchema = z.object({
  /** At most 200 are listed. */
  columns: z.array(tableColumnSchema),
  /** Names of the columns that were taken; null where there is none. */
  path: z.string().nullable(),
  label: z.string().nullable(),
  split: z.string().nullable(),
  /** Columns of classes, one each with 1 for its pictures; 0 where one column holds the class. */
  oneHot: z.int().nonnegative(),
  /** What only the user can say: nothing is found before. */
  asks: z.enum(['path', 'label']).nullable(),
  /** Folds of cross-validation in the column of the splits, and the one that validates. */
  folds: z.array(z.string()),
  fold: z.string().nullable(),
});

/** What an import would take, before anything is kept. */
export const previewSchema = z.object({
  /** Name of the reader that understands the source. */
  format: z.string(),
  /** What the dataset would be called. */
  name: z.string(),
  /** The folder or archive that was looked through. */
  place: z.string(),
  /** Whether the classes come from the names of files, which the import must be told to accept. */
  classesFromNames: z.boolean(),
  /** After renaming, merging and leaving out; splits as the source has them, without those that an import adds. */
  classes: z.array(classCountsSchema),
  pictures: z.int().nonnegative(),
  /** Names of the classes as the source has them, for renaming and leaving out. */
  sourceClasses: z.array(z.string()),
  channels: z.int().positive(),
  /** Of pictures that the format holds ready at one size, which is kept; null where a size is to be chosen. */
  storedShape: shapeSchema.nullable(),
  /** Height and width that are proposed from the pictures, in pixels. */
  proposal: z.object({ height: z.int().positive(), width: z.int().positive() }),
  /** What each size would cost: bytes on the disk and in memory, and work of a training step beside that at 32. */
  choices: z.array(z.object({ size: trainingSizeSchema, bytes: z.number(), work: z.number() })),
  /** Of a sample of the pictures; null where the format holds them at one size. */
  sizes: z
    .object({
      surveyed: z.int().positive(),
      width: spreadSchema,
      height: spreadSchema,
      /** Width by height of each, ascending, rounded to hundredths. */
      aspects: z.array(z.number()),
    })
    .nullable(),
  /** Datasets that were imported from the same place, newest first: one can be updated instead. */
  existing: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Pictures from all over the source, labelled with their class. */
  samples: z.array(pictureSchema),
  /** What was found so far: an import looks at every picture, a preview at a sample. */
  problems: z.array(problemSchema),
  problemCounts: problemCountsSchema,
  /** Of a table that lists the pictures; null where there is none. */
  table: tableSchema.nullable(),
  /** How the source was read, where that does not go without saying. */
  notes: z.array(noteSchema),
  /** Names and tables that are not UTF-8, and what they were read as. */
  readings: z.array(readingSchema),
});
export type Preview = z.infer<typeof previewSchema>;
