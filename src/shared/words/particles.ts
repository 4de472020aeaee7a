import { getJosaPicker } from 'josa';

/**
 * How words end when they are read in Korean, where the spelling misleads the library: by the syllable that they end
 * on there. By their last letters, in lower case.
 */
const lastSyllables: Readonly<Record<string, string>> = {
  epoch: '폭',
  batch: '치',
  step: '텝',
  loss: '스',
  weight: '트',
  checkpoint: '트',
  dataset: '셋',
  set: '셋',
  test: '트',
  default: '트',
  web: '웹',
  log: '그',
  jpg: '지',
  jpeg: '펙',
  gzip: '집',
  zip: '집',
  json: '슨',
  tar: '르',
  bin: '빈',
  idx: '스',
  electron: '론',
  tensorflow: '우',
  plateau: '토',
  cosine: '인',
  home: '홈',
  name: '임',
  time: '임',
  file: '일',
  pickle: '클',
  title: '틀',
  label: '벨',
  mac: '맥',
  disk: '크',
  kick: '킥',
};

/** The names of the letters that end in a consonant: L, M, N and R. Every other one ends in a vowel. */
const letterEnds: Readonly<Record<string, string>> = { l: '엘', m: '엠', n: '엔', r: '알' };

/** The library knows no names of greater powers of ten. */
const longestNumber = 16;

const bracketed = /\s*\([^()]*\)$/u;
const silent = /[^\p{L}\p{N}%]$/u;

/** What is heard last: punctuation is not, nor what stands in brackets behind a word. */
function lastWord(text: string): string {
  let heard = text;
  for (let shorter = heard; ; heard = shorter) {
    shorter = heard.replace(bracketed, '') || heard;
    if (shorter === heard) shorter = heard.replace(silent, '');
    if (shorter === heard || shorter === '') return heard;
  }
}

/** A text that ends in the same sound as the given one does, in Hangul or digits where the library would err. */
function sound(text: string): string {
  const word = lastWord(text);
  if (word.endsWith('%')) return '트';
  const letters = /[a-z]+$/i.exec(word)?.[0] ?? '';
  if (letters === '')
    return word
      .replace(/(\d),(?=\d)/g, '$1')
      .replace(/\.\d*?(\d)$/, '$1')
      .slice(-longestNumber);
  const known = lastSyllables[letters.toLowerCase()];
  if (known !== undefined) return known;
  const isSpelled = letters === letters.toUpperCase() || !/[aeiouy]/i.test(letters);
  return isSpelled ? (letterEnds[letters.slice(-1).toLowerCase()] ?? '이') : letters;
}

/**
 * The Korean particle that follows a text, chosen by its last sound.
 * @param form Either form of it: 은, 는, 이, 가, 을, 를, 과, 와, 으로, 로 and the like.
 */
export function particleAfter(text: string, form: string): string {
  return getJosaPicker(form)(sound(text));
}
