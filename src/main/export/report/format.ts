import type { Language } from '../../../shared/words/language';
import { formats } from '../../../shared/words/formats';
import type { Message } from '../../../shared/words/message';
import { say } from '../../../shared/words/say';
import { wordsIn } from '../../../shared/words/words';

const words = { en: wordsIn(() => 'en').report, ko: wordsIn(() => 'ko').report };

export type ReportTexts = (typeof words)[Language];

export const reportTexts = (language: Language): ReportTexts => words[language];

/** How a report writes values, after its language. */
export interface ReportFormats {
  readonly count: (value: number) => string;
  /** A fraction as a percentage; a dash where there is none. */
  readonly percent: (value: number | null | undefined) => string;
  readonly decimal: (value: number | null | undefined) => string;
  readonly moment: (at: Date) => string;
  readonly said: (words: Message) => string;
}

const none = '–';
const isThere = (value: number | null | undefined): value is number => Number.isFinite(value);

export function reportFormats(language: Language): ReportFormats {
  const { count, percent, longMoment } = formats[language];
  return {
    count,
    percent: (value) => (isThere(value) ? percent(value, 2) : none),
    decimal: (value) => (isThere(value) ? String(Number(value.toPrecision(4))) : none),
    moment: longMoment,
    said: (words) => say(language, words),
  };
}
