import type { Language } from '../../shared/contract/settings';
import { language } from './language.svelte';
import { units as english } from './messages/en/units';
import { units as korean } from './messages/ko/units';

const units = { en: english, ko: korean } satisfies Record<Language, typeof english>;
const whole: Readonly<Record<Language, Intl.NumberFormat>> = {
  en: new Intl.NumberFormat('en', { maximumFractionDigits: 0 }),
  ko: new Intl.NumberFormat('ko', { maximumFractionDigits: 0 }),
};
/** With the day before the month in English. */
const locales: Readonly<Record<Language, string>> = { en: 'en-GB', ko: 'ko' };

/** 60000 -> "60,000" */
export function formatCount(count: number): string {
  return whole[language()].format(count);
}

/** For the texts of English: "1 picture", "60,000 pictures" */
export function formatQuantity(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** ["1/2", "3/4"] -> "1/2 and 3/4" */
export function formatList(parts: readonly string[]): string {
  return new Intl.ListFormat(locales[language()], { type: 'conjunction' }).format(parts);
}

/** A fraction as a percentage: 0.0689 -> "6.9 %" */
export function formatPercent(fraction: number, digits = 1): string {
  return `${(fraction * 100).toFixed(digits)}${units[language()].percent}`;
}

/** Like a percentage, but never 0 or 100 % where it is only nearly so: "< 0.1 %" */
export function formatProbability(probability: number): string {
  if (probability > 0 && probability < 0.0005) return `< ${formatPercent(0.001)}`;
  if (probability < 1 && probability >= 0.9995) return `> ${formatPercent(0.999)}`;
  return formatPercent(probability);
}

/** Seconds as a duration of at most two units: "47 s", "3 min 20 s", "1 h 12 min", "2 d 4 h" */
export function formatDuration(seconds: number): string {
  const { second, minute, hour, day } = units[language()];
  const total = Math.max(0, Math.round(seconds));
  const minutes = Math.floor(total / 60);
  const hours = Math.floor(minutes / 60);
  if (minutes === 0) return `${total}${second}`;
  if (hours === 0) return `${minutes}${minute} ${total % 60}${second}`;
  if (hours < 24) return `${hours}${hour} ${minutes % 60}${minute}`;
  return `${Math.floor(hours / 24)}${day} ${hours % 24}${hour}`;
}

/** Whole minutes: "13 min" */
export function formatMinutes(minutes: number): string {
  return `${formatCount(minutes)}${units[language()].minute}`;
}

/** The local time of day: "17:40" */
export function formatClock(date: Date): string {
  return `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`;
}

/** The local day of the week: "Tue" */
export function formatWeekday(date: Date): string {
  return new Intl.DateTimeFormat(locales[language()], { weekday: language() === 'en' ? 'short' : 'long' }).format(date);
}

/** The local day of an instant: "23 Nov 2026" */
export function formatDay(instant: string): string {
  const format = new Intl.DateTimeFormat(locales[language()], { day: 'numeric', month: 'short', year: 'numeric' });
  return format.format(new Date(instant));
}

/** The local day and time of an ISO 8601 instant: "23 Nov 2026, 17:40" */
export function formatDate(instant: string): string {
  return units[language()].dateAndTime(formatDay(instant), formatClock(new Date(instant)));
}

/** "1.2 GiB" */
export function formatBytes(bytes: number): string {
  const mebibytes = bytes / 2 ** 20;
  return mebibytes < 1024 ? `${formatCount(mebibytes)} MiB` : `${(mebibytes / 1024).toFixed(1)} GiB`;
}
