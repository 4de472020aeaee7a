import { z } from 'zod';
import type { Service } from '../rpc/service';
import { messageSchema } from '../words/message';
import { idSchema } from './ids';
import { metricEventSchema } from './metrics';
import { type RunState, runSummarySchema } from './run';

const nothing = z.undefined();
/** An answer that says no more than that it is done. */
const done = z.void();
const run = z.object({ run: idSchema });

/** What becomes of a run that another process trains. */
const runNewsSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('changed'), summary: runSummarySchema }),
  /** Lines of metrics.jsonl from index `from` on. */
  z.object({ type: z.literal('metrics'), from: z.int().nonnegative(), events: z.array(metricEventSchema) }),
  /** What somebody should know who watches the run: in English, and for every language. */
  z.object({ type: z.literal('note'), text: z.string(), words: messageSchema.optional() }),
]);
export type ToldOfRun = z.infer<typeof runNewsSchema>;

export type RunWant = 'pause' | 'continue';
/** The state of a run of which that was wanted. */
export const reached: Readonly<Record<RunWant, RunState>> = { pause: 'paused', continue: 'training' };

/** What each process that works on a data folder, the studio or a command line, offers to the others. */
export const instanceService = {
  requests: {
    /** Brings the window to the front, where this process has one. */
    'window.show': { input: nothing, output: done },
    /** The run that this process trains; null where it trains none. */
    'runs.active': { input: nothing, output: z.string().nullable() },
    /** Answered when the run holds still, after its step and with a checkpoint. */
    'runs.pause': { input: run, output: done },
    /** Answered when the run goes on. */
    'runs.continue': { input: run, output: done },
    /** Answered when the run is over: with a checkpoint, or at once without. */
    'runs.stop': { input: run.extend({ atOnce: z.boolean() }), output: done },
    /** Answered when the run is over; what becomes of it until then is its progress. */
    'runs.watch': { input: run, output: runSummarySchema, progress: runNewsSchema },
    /** The one that asks has changed the state of a run. */
    'runs.changed': { input: run, output: done },
    /** The one that asks has changed the order of the runs that wait, or added one. */
    'queue.look': { input: nothing, output: done },
  },
  events: {},
} as const satisfies Service;
