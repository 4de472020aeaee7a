import { z } from 'zod';
import { classCountsSchema, pictureSchema, shapeSchema } from './dataset';
import { trainingSizeSchema } from './import';
import { noteSchema, problemCountsSchema, problemSchema } from './problem';

/** Smallest, middle and largest of many lengths, in pixels. */
const spreadSchema = z.object({ least: z.int(), median: z.int(), most: z.int() });

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
  /** How the source was read, where that does not go without saying. */
  notes: z.array(noteSchema),
});
export type Preview = z.infer<typeof previewSchema>;
