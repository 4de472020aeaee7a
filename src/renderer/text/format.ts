import { formats } from '../../shared/words/formats';
import { language } from './language.svelte';

/*
 * Numbers, amounts and times in the language in use, as src/shared/words/formats.ts describes them. Read in a template
 * or an effect, they make it follow the language.
 */
const inUse = () => formats[language()];

export const formatCount = (count: number): string => inUse().count(count);

export const formatList = (parts: readonly string[]): string => inUse().list(parts);

export const formatPercent = (fraction: number, digits = 1): string => inUse().percent(fraction, digits);

export const formatProbability = (probability: number): string => inUse().probability(probability);

export const formatDuration = (seconds: number): string => inUse().duration(seconds);

/** Whole seconds, minutes, hours or days: "13 min" */
export const formatTimeIn = (unit: 'second' | 'minute' | 'hour' | 'day', count: number): string =>
  inUse().timeIn(unit, count);

/** Without the unit: "9.5", "1,234" */
export const formatMillis = (millis: number): string =>
  millis < 10 ? String(Number(millis.toFixed(1))) : formatCount(millis);

export const formatClock = (date: Date): string => inUse().clock(date);

export const formatWeekday = (date: Date): string => inUse().weekday(date);

/** @param instant ISO 8601. */
export const formatDay = (instant: string): string => inUse().day(new Date(instant));

/** @param instant ISO 8601. */
export const formatDate = (instant: string): string => inUse().moment(new Date(instant));

export const formatBytes = (bytes: number): string => inUse().bytes(bytes);
