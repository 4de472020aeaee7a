import { expect, it } from 'vitest';
import { spokenLanguage } from './language';

it('speaks the language that was chosen, else the first of the system’s that it can', () => {
  expect(spokenLanguage('ko', ['en-US'])).toBe('ko');
  expect(spokenLanguage('en', ['ko-KR'])).toBe('en');
  expect(spokenLanguage('system', ['de-DE', 'ko-KR', 'en-US'])).toBe('ko');
  expect(spokenLanguage('system', ['en-GB', 'ko'])).toBe('en');
  expect(spokenLanguage('system', ['fr-FR'])).toBe('en');
  expect(spokenLanguage('system', [])).toBe('en');
});
