import type { MessageFormatOptions } from 'messageformat';
import { DefaultFunctions } from 'messageformat/functions';

export type MessageFunction = NonNullable<MessageFormatOptions<string>['functions']>[string];

interface NumberWriter {
  readonly number: Intl.NumberFormat;
  readonly plural: Intl.PluralRules;
}

const writers = new Map<string, NumberWriter>();

/** Intl takes 30 times as long to set up as to write a number, so it is set up once a language. */
function writerOf(locale: string, maximumFractionDigits: number): NumberWriter {
  const key = `${locale} ${maximumFractionDigits}`;
  let writer = writers.get(key);
  if (!writer) {
    const options = { maximumFractionDigits };
    writer = { number: new Intl.NumberFormat(locale, options), plural: new Intl.PluralRules(locale, options) };
    writers.set(key, writer);
  }
  return writer;
}

/** Whether it has options of its own, as a value has that a declaration of the text has already written. */
const hasOptions = (operand: unknown): boolean =>
  typeof operand === 'object' && operand !== null && 'options' in operand;

const writing =
  (standard: MessageFunction, maximumFractionDigits: number): MessageFunction =>
  (context, options, operand) => {
    const given: unknown = typeof operand === 'object' ? operand?.valueOf() : operand;
    if (typeof given !== 'number' || hasOptions(operand) || Object.keys(options).length > 0) {
      return standard(context, options, operand);
    }
    const value = maximumFractionDigits === 0 ? Math.round(given) : given;
    const locale = context.locales[0] ?? 'en';
    const { number, plural } = writerOf(locale, maximumFractionDigits);
    return {
      type: 'number',
      dir: 'ltr',
      options: {},
      selectKey: (keys) => [String(value), plural.select(value)].find((key) => keys.has(key)) ?? null,
      toParts: () => [{ type: 'number', dir: 'ltr', locale, parts: number.formatToParts(value) }],
      toString: () => number.format(value),
      valueOf: () => value,
    };
  };

/** MessageFormat's own functions for numbers, in the time that lists of thousands of runs leave them. */
export const numberFunctions: Readonly<Record<'integer' | 'number', MessageFunction>> = {
  integer: writing(DefaultFunctions.integer as MessageFunction, 0),
  number: writing(DefaultFunctions.number as MessageFunction, 3),
};
