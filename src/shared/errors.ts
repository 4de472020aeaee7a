import { inEnglish } from './words/english';
import type { Message } from './words/message';
import { wordsOfOutside } from './words/outside';

interface UserErrorOptions extends ErrorOptions {
  /** What the command line has for the way out, where the window has another. */
  readonly option?: string | undefined;
}

/**
 * An error that the user can mend: its message names the thing that is wrong and the way out.
 * Everything else that is thrown is a fault of the program.
 */
export class UserError extends Error {
  override readonly name = 'UserError';

  /** What is said, in whichever language; `message` says it in English. */
  readonly words: Message;

  /** What the command line has for the way out, where the window has another. */
  readonly option: string | undefined;

  constructor(words: Message, options: UserErrorOptions = {}) {
    super(inEnglish(words), options);
    this.words = words;
    this.option = options.option;
  }
}

/** The message of whatever was thrown, in English. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** What whatever was thrown says: words for every language, or a sentence in English alone. */
export function wordsOf(thrown: unknown): Message | string {
  return thrown instanceof UserError ? thrown.words : wordsOfOutside(thrown);
}
