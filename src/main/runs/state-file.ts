import { hostname, uptime } from 'node:os';
import { z } from 'zod';
import type { RunState } from '../../shared/contract/run';
import { isActive, runStateSchema } from '../../shared/contract/run';
import { isGoingOn, ownIdentity, type ProcessIdentity, processIdentitySchema } from '../files/process-identity';
import type { FileFormat } from '../files/versioned-file';
import { noNumbers, type RunNumbers } from './run-numbers';
import { inEnglish } from '../../shared/words/english';
import { message, messageSchema, type Message } from '../../shared/words/message';

/** state.json of a run: what becomes of it, and the numbers that sum it up. */
const stateFileSchema = z.object({
  version: z.literal(1),
  state: runStateSchema,
  /** In English. */
  reason: z.string().nullable(),
  /** The same for every language; left out in files of earlier versions, and where the sentence is not the studio's. */
  reasonWords: messageSchema.optional(),
  /** Process that works on the run, or that it waits for; null where it is over, or waits in the studio's queue. */
  pid: z.int().nullable(),
  /** Which process that is, so that no other of its number is taken for it; earlier versions told less. */
  ...processIdentitySchema.omit({ pid: true }).partial().shape,
  /** ISO 8601, in UTC. */
  updatedAt: z.string(),
  steps: z.int().nonnegative(),
  seconds: z.number(),
  trainLoss: z.number().nullable(),
  validationError: z.number().nullable(),
  testError: z.number().nullable(),
});
export type StateFile = z.infer<typeof stateFileSchema>;

/** Drafts had no version, and left out what a run had not reached yet. */
export const stateFormat: FileFormat<typeof stateFileSchema> = {
  schema: stateFileSchema,
  migrations: [(content) => ({ ...noNumbers, reason: null, pid: null, updatedAt: '', ...content, version: 1 })],
};

/** How a run ended, and why, where that is not plain. */
export interface RunEnd {
  readonly state: RunState;
  /** In English. */
  readonly reason: string | null;
  /** The same for every language. */
  readonly reasonWords?: Message | undefined;
}

/** @param reason Why it ended: words for every language, or a sentence of the system. */
export function runEnd(state: RunState, reason: Message | string | null): RunEnd {
  if (reason === null || typeof reason === 'string') return { state, reason };
  return { state, reason: inEnglish(reason), reasonWords: reason };
}

/** Whether the run goes on, or waits for its turn. */
export function isPending(state: RunState): boolean {
  return state === 'queued' || isActive(state);
}

/** @param pid Process that works on the run; null where it has ended. */
export function stateFile(
  state: RunState,
  reason: Message | string | null,
  pid: number | null,
  numbers: RunNumbers,
): StateFile {
  const worker = pid === process.pid ? ownIdentity() : { pid, started: null };
  return { version: 1, ...runEnd(state, reason), ...worker, updatedAt: new Date().toISOString(), ...numbers };
}

/**
 * The process that works on a run, or that it waits for; null where there is none, or it is over. One that cannot be seen
 * from here, on another machine or in another container, counts as living.
 */
export function livingProcess(file: StateFile): ProcessIdentity | null {
  const { pid, started = null, host = hostname(), machine, namespace } = file;
  // Where its start is unknown, the number may have gone to another process since the machine was started last.
  if (pid === null || (started === null && Date.parse(file.updatedAt) < Date.now() - uptime() * 1000)) return null;
  const worker = { host, machine, namespace, pid, started };
  return isGoingOn(worker) === false ? null : worker;
}

/** Why a run is over that was in that state when its process ended. */
export function interruption(state: RunState): Message {
  return message(state === 'queued' ? 'training.closedWhileWaiting' : 'training.studioEnded');
}

/** The state as it is now: a run that claims to go on while its process is gone was interrupted. */
export function presentState(file: StateFile): RunEnd {
  const { state, reason, reasonWords, pid } = file;
  const waits = state === 'queued' && pid === null;
  if (!isPending(state) || waits || livingProcess(file) !== null) return { state, reason, reasonWords };
  return runEnd('interrupted', interruption(state));
}
