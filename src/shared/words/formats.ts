import type { Language } from './language';
import { durationParts } from '../numbers/duration';
import { once } from '../once';
import { units as english } from './en/units';
import { units as korean } from './ko/units';

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', ko: 'ko' };
const units = { en: english, ko: korean };

const byteUnits = [
  [2 ** 30, 'GiB'],
  [2 ** 20, 'MiB'],
  [2 ** 10, 'KiB'],
] as const;

/** How numbers, amounts and times are written in a language. */
export interface Formats {
  /** 60000 -> "60,000" */
  readonly count: (value: number) => string;
  /** A fraction as a percentage, with one digit unless it is said otherwise: 0.0689 -> "6.9 %" */
  readonly percent: (fraction: number, digits?: number) => string;
  /** Like a percentage, but never 0 or 100 % where it is only nearly so: "< 0.1 %" */
  readonly probability: (probability: number) => string;
  /** In the unit that fits: "1.2 GiB", "640 MiB", "12 KiB" */
  readonly bytes: (bytes: number) => string;
  /** ["1/2", "3/4"] -> "1/2 and 3/4" */
  readonly list: (items: readonly string[], type?: 'and' | 'or') => string;
  /** Seconds as a duration of at most two units: "47 s", "3 min 20 s", "1 h 12 min", "2 d 4 h" */
  readonly duration: (seconds: number) => string;
  /** Whole seconds, minutes, hours or days: "13 min" */
  readonly timeIn: (unit: 'second' | 'minute' | 'hour' | 'day', count: number) => string;
  /** The local time of day: "17:40" */
  readonly clock: (date: Date) => string;
  /** The local day of the week: "Tue" */
  readonly weekday: (date: Date) => string;
  /** The local day: "23 Nov 2026" */
  readonly day: (date: Date) => string;
  /** The local day and time: "23 Nov 2026, 17:40" */
  readonly moment: (date: Date) => string;
  /** The same at more length, for a page that is printed: "23 November 2026 at 17:40" */
  readonly longMoment: (date: Date) => string;
}

/** Intl takes long to set up: of each language that is done once, for what is written in it. */
function formatsOf(language: Language): Formats {
  const locale = locales[language];
  const { percent: percentSign, dayAndTime, ...unit } = units[language];
  const whole = once(() => new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }));
  const lists = {
    and: once(() => new Intl.ListFormat(locale, { type: 'conjunction' })),
    or: once(() => new Intl.ListFormat(locale, { type: 'disjunction' })),
  };
  const weekday = once(() => new Intl.DateTimeFormat(locale, { weekday: language === 'en' ? 'short' : 'long' }));
  const day = once(() => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' }));
  const long = once(() => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' }));
  const two = (value: number): string => String(value).padStart(2, '0');

  const percent = (fraction: number, digits = 1): string => `${(fraction * 100).toFixed(digits)}${percentSign}`;
  const clock = (date: Date): string => `${two(date.getHours())}:${two(date.getMinutes())}`;
  const formats: Formats = {
    count: (value) => whole().format(value),
    percent,
    probability: (probability) => {
      if (probability > 0 && probability < 0.0005) return `< ${percent(0.001)}`;
      return probability < 1 && probability >= 0.9995 ? `> ${percent(0.999)}` : percent(probability);
    },
    bytes: (bytes) => {
      const [size, unit] = byteUnits.find(([size]) => bytes >= size) ?? [1, 'B'];
      return unit === 'GiB' ? `${(bytes / size).toFixed(1)} GiB` : `${whole().format(bytes / size)} ${unit}`;
    },
    list: (items, type = 'and') => lists[type]().format(items),
    duration: (duration) => {
      const { hours, minutes, seconds } = durationParts(duration);
      if (hours >= 24) return `${Math.floor(hours / 24)}${unit.day} ${hours % 24}${unit.hour}`;
      if (hours > 0) return `${hours}${unit.hour} ${minutes}${unit.minute}`;
      return minutes > 0 ? `${minutes}${unit.minute} ${seconds}${unit.second}` : `${seconds}${unit.second}`;
    },
    timeIn: (name, count) => `${whole().format(count)}${unit[name]}`,
    clock,
    weekday: (date) => weekday().format(date),
    day: (date) => day().format(date),
    moment: (date) => `${day().format(date)}${dayAndTime}${clock(date)}`,
    longMoment: (date) => long().format(date),
  };
  return formats;
}

export const formats: Readonly<Record<Language, Formats>> = { en: formatsOf('en'), ko: formatsOf('ko') };
