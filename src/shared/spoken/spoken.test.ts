import { describe, expect, it } from 'vitest';
import { areas } from './korean';
import { plain, sourceTexts } from './testing-source';
import { lettersIn, Translator } from './translator';

const entries = Object.values(areas).flatMap((area) => Object.entries(area));
const translator = new Translator(Object.fromEntries(entries));
const texts = sourceTexts();

/** Whose texts are for the log, for files, or for the message files of window and menu. */
const notReported = [
  /^main\/hosts\/electron\/(?:texts|security|log|window|training-guard|trash|lifecycle|utility|settings)\b/,
  /^main\/hosts\/electron\/(?:page|ipc)\.ts/,
  /^main\/engine\/(?:graph|layers|network\/(?!pictures))/,
  /^main\/export\/(?:report\/(?!write)|tensorboard\/event-message)/,
  /^main\/(?:index|files\/trash|files\/data-folder)\.ts/,
  /^shared\/(?:charts|recipe\/(?:table|fields?|limits|refusal)|network\/layer-kinds|recipe\/run-settings|setting-names-ko|network\/paper-results)/,
];

/** What the window translates by a table of its own, and what is written to the log of a run alone. */
const spokenElsewhere = new Set([
  ...['Decoding pictures', 'Looking for pictures', 'Measuring pictures', 'Reading files', 'No device'],
  ...['class folders', 'classes in file names', 'Fashion-MNIST sample', 'Ankle boot', 'a list of numbers'],
  ...['Made longer: {} epochs, {} steps, instead of {}.', 'Paused after step {}.', 'Goes on after step {}.'],
  ...['Starts from {}.', 'not JSON', 'Goes on.'],
  // What is wrong with a picture, as a contract has it.
  ...['unreadable', 'too-large', 'not-a-picture', 'truncated', 'empty'],
]);

const isSentence = (template: string): boolean => /[A-Za-z]{2,}[,:;.)]* [(A-Za-z]{2,}/.test(template);

/** What somebody may get to read. */
const reported = texts.filter(
  ({ template, place, use }) =>
    !spokenElsewhere.has(template) &&
    (use === 'error' || (use === 'other' && isSentence(template) && !notReported.some((files) => files.test(place)))),
);

describe('the Korean catalogue', () => {
  it('has every message that the source reports', () => {
    expect(reported.length).toBeGreaterThan(250);
    const missing = reported.filter(({ template }) => {
      const lines = template.split('\n').filter((line) => isSentence(line) || line.includes('{}'));
      const message = lines.join('\n').replaceAll('{}', '◆').trim();
      return translator.read(message).letters < lettersIn(message);
    });
    expect(missing.map(({ template, place }) => `${place}: ${template}`)).toEqual([]);
  });

  it('has no message that the source does not have any more', () => {
    const all = texts.map(({ template }) => template).join('\n');
    const { outside, ...own } = areas;
    const keys = Object.values(own).flatMap((area) => Object.keys(area));
    const gone = keys.filter(
      (key) =>
        !plain(key)
          .split('{}')
          .every((literal) => all.includes(literal)),
    );
    expect(gone).toEqual([]);
    expect(outside).toBeDefined();
  });

  it('reads each message as itself', () => {
    const fill = (text: string) => text.replace(/\{\w+!?\}/g, '◆');
    for (const [key, translation] of entries) expect(translator.translate(fill(key))).toBe(fill(translation));
  });

  it('names each message once', () => {
    const keys = entries.map(([key]) => key);
    expect(keys.filter((key, index) => keys.indexOf(key) < index)).toEqual([]);
  });

  it('has the same values in both languages', () => {
    const names = (text: string) => [...text.matchAll(/\{(\w+)!?\}/g)].map(([, name]) => name).sort();
    for (const [key, translation] of entries) expect([key, names(translation)]).toEqual([key, names(key)]);
  });

  it('is Korean', () => {
    const neutral = new Set(['{path}: {message}', '{reason}; {reasons}']);
    expect(entries.filter(([key, text]) => !/[가-힣]/.test(text) && !neutral.has(key))).toEqual([]);
  });
});
