/**
 * An error that the user can mend: its message names the thing that is wrong and the way out.
 * Everything else that is thrown is a fault of the program.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
}

/** The message of whatever was thrown. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
