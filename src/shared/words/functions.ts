import type { MessageFormatOptions } from 'messageformat';
import { particleAfter } from './particles';

type MessageFunction = NonNullable<MessageFormatOptions<string>['functions']>[string];
type Options = Readonly<Record<string, unknown>>;
type Write = (operand: unknown, options: Options, locale: string) => string;

const text = (value: unknown): string => String(value);
const numberOf = (value: unknown): number => Number(text(value));
const digits = (options: Options): number => (options['digits'] === undefined ? 1 : numberOf(options['digits']));
const isKorean = (locale: string): boolean => locale.startsWith('ko');

/** With the day before the month, and no comma before "and", in English. */
const listLocale = (locale: string): string => (isKorean(locale) ? locale : 'en-GB');

function percent(fraction: unknown, options: Options, locale: string): string {
  return `${(numberOf(fraction) * 100).toFixed(digits(options))}${isKorean(locale) ? '%' : ' %'}`;
}

function bytes(count: unknown, _: Options, locale: string): string {
  const mebibytes = numberOf(count) / 2 ** 20;
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  return mebibytes < 1024 ? `${whole.format(mebibytes)} MiB` : `${(mebibytes / 1024).toFixed(1)} GiB`;
}

function list(items: unknown, options: Options, locale: string): string {
  const type = options['type'] === 'or' ? 'disjunction' : 'conjunction';
  const parts = Array.isArray(items) ? items.map(text) : [text(items)];
  return new Intl.ListFormat(listLocale(locale), { type }).format(parts);
}

const writing =
  (write: Write): MessageFunction =>
  (context, options, operand) => {
    const locale = context.locales[0] ?? 'en';
    const written = write(operand, options, locale);
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
 * `:percent digits=1` a fraction as a percentage, `:bytes` a number of bytes, `:list` and `:list type=or` a list.
 */
export const functions: Readonly<Record<string, MessageFunction>> = {
  josa: writing((value, { form }) => text(value) + particleAfter(text(value), text(form))),
  particle: writing((value, { form }) => particleAfter(text(value), text(form))),
  percent: writing(percent),
  bytes: writing(bytes),
  list: writing(list),
};
