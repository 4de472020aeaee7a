import type { Command } from 'commander';
import { UserError } from '../../../shared/errors';

/** What the commands know of the world around them. */
export interface Context {
  readonly version: string;
  /** Folder of the compiled processes. */
  readonly processes: string;
  /** A line on standard output: results. */
  print(text: string): void;
  /** Text on standard error as it is: progress, warnings, errors. */
  note(text: string): void;
  /** Whether standard error is a terminal, where a line can be written over. */
  readonly isTerminal: boolean;
}

/** The command line itself is wrong: exit code 2. */
export class UsageError extends UserError {}

/** Exit codes of the command line. */
export const exitCodes = { done: 0, failed: 1, wrongUsage: 2 } as const;

/** Adds a command; its action gives the exit code, or nothing where all is done. */
export type AddCommand = (program: Command, context: Context, act: Act) => void;

/** Wraps an action, so that its exit code reaches the caller. */
export type Act = <Arguments extends unknown[]>(
  action: (...given: Arguments) => Promise<number> | Promise<void>,
) => (...given: Arguments) => Promise<void>;
