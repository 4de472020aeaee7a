import { messageOf, UserError } from '../errors';
import { english } from '../words/english';
import { message as said, sentence } from '../words/message';
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
  const { message, words, option } = thrown;
  return { user: true, message, words, ...(option !== undefined && { option }) };
}

/** The error that was thrown on the other side. */
export function fromWire({ user, message, words, option }: WireError): Error {
  if (!user) return new Error(message);
  // Another version of the studio has words that this one does not know.
  return new UserError(words && english.has(words.key) ? words : sentence(message), { option });
}

/** Made once: the one who refuses has no time. */
const refusal = (key: 'application.tooMany' | 'application.tooLarge'): (() => WireError) => {
  let made: WireError | null = null;
  return () => (made ??= toWire(new UserError(said(key))));
};

export const tooMany = refusal('application.tooMany');
export const tooLarge = refusal('application.tooLarge');
