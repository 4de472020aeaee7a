import { z } from 'zod';
import { classificationSchema } from './classification';
import { manifestSchema, pictureSchema } from './dataset';
import { deviceSchema } from './device';
import { metricEventSchema } from './metrics';
import { runConfigSchema, runNameSchema, runRequestSchema, runSummarySchema } from './run';
import { settingsChangeSchema, settingsSchema } from './settings';

const nothing = z.undefined();
const dataset = z.object({ dataset: z.string() });
const run = z.object({ run: z.string() });

export const runDetailsSchema = z.object({
  summary: runSummarySchema,
  config: runConfigSchema,
  /** Lines of metrics.jsonl from the index that was asked for. */
  events: z.array(metricEventSchema),
});
export type RunDetails = z.infer<typeof runDetailsSchema>;

/** Every request from the renderer to main: channel, input and output. */
export const requests = {
  'device.read': { input: nothing, output: deviceSchema },
  'settings.read': {
    input: nothing,
    output: settingsSchema.extend({ dataFolderInUse: z.string(), studioVersion: z.string() }),
  },
  'settings.change': { input: settingsChangeSchema, output: settingsSchema },
  'settings.chooseDataFolder': { input: nothing, output: z.string().nullable() },

  'datasets.list': { input: nothing, output: z.array(manifestSchema) },
  /** A system dialog; null where it was dismissed. */
  'datasets.choose': { input: nothing, output: z.array(z.string()).nullable() },
  'datasets.import': { input: z.object({ paths: z.array(z.string()).min(1) }), output: manifestSchema },
  'datasets.importSample': { input: nothing, output: manifestSchema },
  /** Some pictures of each class from the training split. */
  'datasets.samples': { input: dataset.extend({ perClass: z.int().min(1).max(50) }), output: z.array(pictureSchema) },
  'datasets.remove': { input: dataset, output: nothing },

  'runs.list': { input: nothing, output: z.array(runSummarySchema) },
  'runs.start': { input: runRequestSchema, output: runSummarySchema },
  /** With `epochs` the run becomes that long in all. */
  'runs.resume': { input: run.extend({ epochs: z.int().min(1).max(1_000_000).optional() }), output: runSummarySchema },
  'runs.stop': { input: run, output: nothing },
  'runs.read': { input: run.extend({ from: z.int().nonnegative() }), output: runDetailsSchema },
  'runs.rename': { input: run.extend({ name: runNameSchema }), output: runSummarySchema },
  'runs.remove': { input: run, output: nothing },

  'classify.choose': { input: nothing, output: z.array(z.string()).nullable() },
  'classify.pictures': {
    input: run.extend({ paths: z.array(z.string()).min(1), top: z.int().min(1).max(1000) }),
    output: z.array(classificationSchema),
  },
} as const;

export type Requests = typeof requests;
export type RequestName = keyof Requests;
export type RequestInput<Name extends RequestName> = z.input<Requests[Name]['input']>;
export type RequestOutput<Name extends RequestName> = z.infer<Requests[Name]['output']>;

/** How an answer travels: errors that the user can mend keep their message. */
export type Answer<Value> = { ok: true; value: Value } | { ok: false; message: string };
