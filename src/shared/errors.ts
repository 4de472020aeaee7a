/**
 * An error that the user can mend: its message names the thing that is wrong and the way out.
 * Everything else that is thrown is a fault of the program.
 */
export class UserError extends Error {
  override readonly name = 'UserError';

  /** What the command line has for the way out, where the window has another. */
  readonly option: string | undefined;

  constructor(message: string, options: ErrorOptions & { option?: string } = {}) {
    super(message, options);
    this.option = options.option;
  }
}

/** The message of whatever was thrown. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
