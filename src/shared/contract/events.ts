import { z } from 'zod';
import { importProgressSchema } from './dataset';
import { evaluationProgressSchema } from './evaluation';
import { metricEventSchema } from './metrics';
import { queueSchema } from './queue';
import { runSummarySchema } from './run';

/** Every event of the studio, with its payload. */
export const events = {
  /** Null when the import has ended. */
  'datasets.progress': importProgressSchema.nullable(),
  'datasets.changed': z.null(),
  /** A run was created or changed its state. */
  'runs.changed': runSummarySchema,
  'runs.removed': z.object({ run: z.string() }),
  /** Lines of metrics.jsonl from index `from` on; at most 20 events a second for a run. */
  'runs.metrics': z.object({ run: z.string(), from: z.int().nonnegative(), events: z.array(metricEventSchema) }),
  'evaluations.progress': evaluationProgressSchema.extend({ run: z.string() }),
  'queue.changed': queueSchema,
} as const;
