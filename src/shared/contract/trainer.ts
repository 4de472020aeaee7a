import { z } from 'zod';
import type { Service } from '../rpc/service';
import { metricEventSchema } from './metrics';
import { runStateSchema } from './run';
import { messageSchema } from '../words/message';

const nothing = z.undefined();

/** What a trainer does for the studio that started it, and what it tells of its run. */
export const trainer = {
  requests: {
    /** Begins; the events tell what becomes of it. */
    train: { input: z.object({ dataFolder: z.string(), run: z.string() }), output: nothing },
    /** The run ends after the step that it computes, with a checkpoint. */
    stop: { input: nothing, output: nothing },
    /** The run holds still after the step that it computes, with a checkpoint. */
    pause: { input: nothing, output: nothing },
    continue: { input: nothing, output: nothing },
  },
  events: {
    state: z.object({ state: runStateSchema, reason: z.union([z.string(), messageSchema]).nullable() }),
    /** Something that somebody should know who watches the run; it stands in the run's log as well. In English, and for every language. */
    note: z.object({ text: z.string(), words: messageSchema }),
    /** Lines of metrics.jsonl from index `from` on; at most 20 events a second. */
    metrics: z.object({ from: z.int().nonnegative(), events: z.array(metricEventSchema) }),
  },
} as const satisfies Service;
export type Trainer = typeof trainer;
