import type { ProblemKind } from '../../../shared/contract/problem';
import { UserError } from '../../../shared/errors';
import { message, type Message } from '../../../shared/words/message';

/** Why a picture cannot be read. */
export class PictureError extends UserError {
  constructor(
    readonly kind: ProblemKind,
    words: Message,
    cause?: unknown,
  ) {
    super(words, { cause });
  }
}

/** @param format as people call it. */
export function cutOff(name: string, format: string): PictureError {
  return new PictureError('truncated', message('pictures.cutOff', { name, format }));
}

export function damaged(name: string, cause?: unknown): PictureError {
  return new PictureError('unreadable', message('pictures.undecodable', { name }), cause);
}

/** Of a whole file in a form of its format that is not read. @param reason a clause, such as `its samples are signed`. */
export function unsupported(name: string, reason: Message): PictureError {
  return new PictureError('unreadable', message('pictures.unsupported', { name, reason }));
}

export function tooLarge(name: string, width: number, height: number): PictureError {
  return new PictureError('too-large', message('pictures.tooManyPixels', { name, width, height }));
}
