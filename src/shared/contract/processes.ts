import { z } from 'zod';
import { classificationSchema } from './classification';
import { shapeSchema, splitSchema } from './dataset';
import { evaluationProgressSchema, evaluationSchema } from './evaluation';
import { inspectedPictureSchema, layerInspectionSchema } from './inspection';
import { metricEventSchema } from './metrics';
import { runStateSchema } from './run';
import { timedStepSchema } from './speed';

/** From the host to the trainer. */
export const trainerCommandSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('train'), dataFolder: z.string(), run: z.string() }),
  z.object({ type: z.literal('stop') }),
  z.object({ type: z.literal('pause') }),
  z.object({ type: z.literal('continue') }),
]);
export type TrainerCommand = z.infer<typeof trainerCommandSchema>;

/** From the trainer to its host. */
export const trainerReportSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('state'), state: runStateSchema, reason: z.string().nullable() }),
  /** Something that somebody should know who watches the run; it stands in the run's log as well. */
  z.object({ type: z.literal('note'), text: z.string() }),
  z.object({ type: z.literal('metrics'), from: z.int().nonnegative(), events: z.array(metricEventSchema) }),
]);
export type TrainerReport = z.infer<typeof trainerReportSchema>;

/** From the host to the inspector; each is answered once, by its id. */
export const inspectorRequestSchema = z.discriminatedUnion('type', [
  z.object({ id: z.int(), type: z.literal('information') }),
  z.object({
    id: z.int(),
    type: z.literal('classify'),
    checkpoint: z.string(),
    /** What a bare weights file does not say of itself. */
    given: z.object({
      variant: z.string().optional(),
      classes: z.array(z.string()).optional(),
      shape: shapeSchema.optional(),
    }),
    paths: z.array(z.string()),
    top: z.int(),
  }),
  z.object({
    id: z.int(),
    type: z.literal('inspect'),
    checkpoint: z.string(),
    layer: z.string(),
    picture: inspectedPictureSchema,
  }),
  z.object({
    id: z.int(),
    type: z.literal('evaluate'),
    checkpoint: z.string(),
    dataFolder: z.string(),
    dataset: z.string(),
    split: splitSchema,
  }),
  z.object({ id: z.int(), type: z.literal('time'), step: timedStepSchema }),
]);
export type InspectorRequest = z.infer<typeof inspectorRequestSchema>;

/** Versions of the libraries for NVIDIA GPUs that a CUDA build of TensorFlow brings. */
export const cudaLibrariesSchema = z.object({ runtime: z.string().nullable(), cudnn: z.string().nullable() });
export type CudaLibraries = z.infer<typeof cudaLibrariesSchema>;

export const tensorflowInformationSchema = z.object({
  tensorflowVersion: z.string(),
  addonVersion: z.string(),
  devices: z.array(z.string()),
  /** Whose ops compute the common layers: the studio's, for the named instructions, or TensorFlow's. */
  kernels: z.enum(['amx', 'avx512', 'avx2', 'tensorflow']),
  cuda: cudaLibrariesSchema.nullable(),
});

export const inspectorAnswerSchema = z.union([
  z.object({
    id: z.int(),
    ok: z.literal(true),
    value: z.union([
      tensorflowInformationSchema,
      z.array(classificationSchema),
      layerInspectionSchema,
      evaluationSchema,
      z.number(),
    ]),
  }),
  /** How far it is; the answer is still to come. */
  z.object({ id: z.int(), progress: evaluationProgressSchema }),
  z.object({ id: z.int(), ok: z.literal(false), message: z.string() }),
]);
export type InspectorAnswer = z.infer<typeof inspectorAnswerSchema>;
