import { UserError } from '../../../shared/errors';
import type { ProblemKind } from '../../../shared/contract/problem';

/** Why a picture cannot be read. */
export class PictureError extends UserError {
  constructor(
    readonly kind: ProblemKind,
    message: string,
    cause?: unknown,
  ) {
    super(message, { cause });
  }
}
