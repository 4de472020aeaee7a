import { messageOf, UserError } from '../errors';
import type { WireError } from './carrier';

/** The other side is gone: it answers no more. */
export class ClosedError extends Error {
  override readonly name = 'ClosedError';

  constructor(message = 'The connection was closed before there was an answer.') {
    super(message);
  }
}

/** What is told of an error on the other side: all of its data, where somebody can mend it. */
export function toWire(thrown: unknown): WireError {
  if (!(thrown instanceof UserError)) return { user: false, message: messageOf(thrown) };
  const { message, option } = thrown;
  return { user: true, message, ...(option !== undefined && { option }) };
}

/** The error that was thrown on the other side. */
export function fromWire({ user, message, option }: WireError): Error {
  if (!user) return new Error(message);
  return new UserError(message, option === undefined ? {} : { option });
}
