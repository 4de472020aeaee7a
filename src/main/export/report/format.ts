import type { ReportTexts } from './english';

/** How a report writes values, after its language. */
export interface Formats {
  readonly count: (value: number) => string;
  /** A fraction as a percentage; a dash where there is none. */
  readonly percent: (value: number | null | undefined) => string;
  readonly decimal: (value: number | null | undefined) => string;
  readonly moment: (at: Date) => string;
}

const none = '–';
const isThere = (value: number | null | undefined): value is number => Number.isFinite(value);

export function formatsOf({ locale }: ReportTexts): Formats {
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const when = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' });
  const unit = locale === 'ko' ? '%' : ' %';
  return {
    count: (value) => whole.format(value),
    percent: (value) => (isThere(value) ? `${(value * 100).toFixed(2)}${unit}` : none),
    decimal: (value) => (isThere(value) ? String(Number(value.toPrecision(4))) : none),
    moment: (at) => when.format(at),
  };
}

/** Seconds as `1:02:03`. */
export function formatSeconds(seconds: number): string {
  const total = Math.max(0, Math.round(seconds));
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${Math.floor(total / 3600)}:${two(Math.floor(total / 60) % 60)}:${two(total % 60)}`;
}
