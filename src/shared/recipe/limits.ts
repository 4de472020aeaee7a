import { z } from 'zod';

/** The numbers that a value may be: `above` and `below` are no longer among them, `least` and `most` are. */
export interface Limits {
  readonly whole?: true;
  readonly least?: number;
  readonly above?: number;
  readonly most?: number;
  readonly below?: number;
}

/** `a number from 0 to below 1`, `a whole number from 1 to 65536` */
export function limitsText({ whole, least, above, most, below }: Limits): string {
  const from = least === undefined ? above !== undefined && `above ${above}` : `from ${least}`;
  const upTo = most === undefined ? below !== undefined && `below ${below}` : String(most);
  const start = whole ? 'a whole number' : 'a number';
  if (from && upTo) return `${start} ${from} ${above === undefined ? 'to' : 'and up to'} ${upTo}`;
  return [start, from || (upTo && `up to ${upTo}`)].filter(Boolean).join(' ');
}

const mostShown = 60;

/** What somebody gave, as it stands in a sentence. */
export function shown(given: unknown): string {
  const text = (typeof given === 'string' ? given : (JSON.stringify(given) ?? String(given))).replace(/\s+/g, ' ');
  if (text.trim() === '') return 'nothing';
  return text.length > mostShown ? `${text.slice(0, mostShown)}…` : text;
}

/** Lets a schema say what it takes and what was given. */
export const telling =
  (expectation: string) =>
  ({ input }: { readonly input?: unknown }): string =>
    `must be ${expectation}, and ${shown(input)} was given`;

export function numberSchema(limits: Limits): z.ZodNumber {
  const { whole, least, above, most, below } = limits;
  const error = telling(limitsText(limits));
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
