import type { Language } from './language';
import { formats } from './formats';
import { type MessageFunction, numberFunctions } from './number-functions';
import { particleAfter } from './particles';

type Options = Readonly<Record<string, unknown>>;
type Write = (operand: unknown, options: Options, language: Language) => string;

const text = (value: unknown): string => String(value);
const numberOf = (value: unknown): number => Number(text(value));

const percent: Write = (fraction, { digits }, language) =>
  formats[language].percent(numberOf(fraction), digits === undefined ? 1 : numberOf(digits));

const bytes: Write = (count, _, language) => formats[language].bytes(numberOf(count));

const list: Write = (items, { type }, language) =>
  formats[language].list(Array.isArray(items) ? items.map(text) : [text(items)], type === 'or' ? 'or' : 'and');

/** Each item on a line of its own, behind a line break. */
function lines(items: unknown, { between }: Options): string {
  const parts = Array.isArray(items) ? items.map(text) : [text(items)];
  return parts.map((part) => `\n${part}`).join(between === undefined ? '' : `\n${text(between)}`);
}

const writing =
  (write: Write): MessageFunction =>
  (context, options, operand) => {
    const locale = context.locales[0] ?? 'en';
    const written = write(operand, options, locale.startsWith('ko') ? 'ko' : 'en');
    return {
      type: 'text',
      toParts: () => [{ type: 'text', locale, value: written }],
      toString: () => written,
      valueOf: () => written,
    };
  };

/**
 * What the texts can call besides MessageFormat's own functions:
 * `:josa form=은` writes a value with its Korean particle, `:particle form=은` the particle alone,
 * `:percent digits=1` a fraction as a percentage, `:bytes` a number of bytes, `:list` and `:list type=or` a list,
 * `:lines` and `:lines between=or` one with each item on a line of its own.
 */
export const functions: Readonly<Record<string, MessageFunction>> = {
  ...numberFunctions,
  josa: writing((value, { form }) => text(value) + particleAfter(text(value), text(form))),
  particle: writing((value, { form }) => particleAfter(text(value), text(form))),
  percent: writing(percent),
  bytes: writing(bytes),
  list: writing(list),
  lines: writing(lines),
};
