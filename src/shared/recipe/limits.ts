import { z } from 'zod';
import { inEnglish } from '../words/english';
import { message, type Message } from '../words/message';

/** The numbers that a value may be: `above` and `below` are no longer among them, `least` and `most` are. */
export interface Limits {
  readonly whole?: true;
  readonly least?: number;
  readonly above?: number;
  readonly most?: number;
  readonly below?: number;
}

/** `a number from 0 to below 1`, `a whole number from 1 to 65536` */
export function limitsWords(limits: Limits): Message {
  const range = rangeWords(limits);
  if (!range) return message(limits.whole ? 'values.wholeNumber' : 'values.number');
  return message(limits.whole ? 'values.wholeNumberWithin' : 'values.numberWithin', { range });
}

/** Null where every number lies within. */
function rangeWords({ least, above, most, below }: Limits): Message | null {
  if (least !== undefined) {
    if (most !== undefined) return message('values.range.fromTo', { least, most });
    return below === undefined
      ? message('values.range.from', { least })
      : message('values.range.fromBelow', { least, below });
  }
  if (above !== undefined) {
    if (most !== undefined) return message('values.range.aboveTo', { above, most });
    return below === undefined
      ? message('values.range.above', { above })
      : message('values.range.aboveBelow', { above, below });
  }
  if (most !== undefined) return message('values.range.to', { most });
  return below === undefined ? null : message('values.range.below', { below });
}

const mostShown = 60;

/** What somebody gave, as it stands in a sentence; null where it is no more than space. */
export function shown(given: unknown): string | null {
  const text = (typeof given === 'string' ? given : (JSON.stringify(given) ?? String(given))).replace(/\s+/g, ' ');
  if (text.trim() === '') return null;
  return text.length > mostShown ? `${text.slice(0, mostShown)}…` : text;
}

/** Lets a schema say what it takes and what was given. */
export const telling =
  (expectation: Message) =>
  ({ input }: { readonly input?: unknown }): string =>
    `must be ${inEnglish(expectation)}, and ${shown(input) ?? 'nothing'} was given`;

export function numberSchema(limits: Limits): z.ZodNumber {
  const { whole, least, above, most, below } = limits;
  const error = telling(limitsWords(limits));
  let schema: z.ZodNumber = whole ? z.int({ error }) : z.number({ error });
  if (least !== undefined) schema = schema.min(least, { error });
  if (above !== undefined) schema = schema.gt(above, { error });
  if (most !== undefined) schema = schema.max(most, { error });
  if (below !== undefined) schema = schema.lt(below, { error });
  return schema;
}

/** A number as people type it; NaN where the text is none. */
export function readNumber(text: string): number {
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text.trim()) ? Number(text) : NaN;
}
