import { z } from 'zod';
import { importProgressSchema, manifestSchema, splitSchema } from './dataset';
import type { ImportChoices } from './import';
import { previewSchema } from './preview';
import { type RunConfig, runConfigSchema } from './run';

const paths = z.array(z.string());
/** Checked where the work is done, which says in words what does not fit. */
const choices = z.custom<ImportChoices>().optional();

/** What the importer does: it alone reads files that come from elsewhere, and writes the folders of new datasets. */
export const importer = {
  requests: {
    /**
     * Comes first: where the datasets lie, the file to write down in what is being read, and the memory that the process
     * may hold.
     */
    open: { input: z.object({ dataFolder: z.string(), note: z.string(), mostBytes: z.number() }), output: z.null() },
    preview: { input: z.object({ paths, choices }), output: previewSchema, progress: importProgressSchema },
    import: {
      input: z.object({ paths, choices, name: z.string().optional() }),
      output: manifestSchema,
      progress: importProgressSchema,
    },
    update: { input: z.object({ dataset: z.string() }), output: manifestSchema, progress: importProgressSchema },
    /** The pixels of pictures that a dataset left where they are, as training sees them. */
    pixels: {
      input: z.object({ dataset: z.string(), split: splitSchema, indices: z.array(z.int()) }),
      output: z.array(z.instanceof(Uint8Array)),
    },
    areRunArchives: { input: z.object({ paths }), output: z.boolean() },
    /** Takes a run from a zip into the store; its id. */
    importRun: { input: z.object({ path: z.string() }), output: z.string() },
    /** What a run that starts from the weights of a file is like: see `startingFrom`. */
    startFrom: {
      input: z.object({ path: z.string(), config: z.custom<RunConfig>(), classes: z.array(z.string()).optional() }),
      output: z.object({ config: runConfigSchema, step: z.int().nonnegative().nullable() }),
    },
    /** Answered as soon as what was cancelled has cleared up after itself. */
    settle: { input: z.null(), output: z.null() },
  },
  events: {},
} as const;
export type Importer = typeof importer;
