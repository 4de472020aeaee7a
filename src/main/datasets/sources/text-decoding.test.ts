import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { TextEncoding } from '../../../shared/contract/text-encoding';
import { TextDecoding } from './text-decoding';

const korean = ['고양이', '강아지', '토끼', '사자'];
const texts: readonly (readonly [TextEncoding, readonly string[]])[] = [
  ['cp949', korean],
  ['cp949', ['고양이/사진1.png', '강아지/사진2.png']],
  ['cp932', ['猫', 'いぬ', 'ライオン', '表']],
  ['gb18030', ['狗', '猫咪', '长颈鹿', '老虎']],
  ['big5', ['貓咪', '狗狗', '長頸鹿', '老虎']],
  ['windows-1252', ['Löwe', 'Müller']],
  ['windows-1252', ['niño', 'cigüeña']],
  ['cp850', ['Águia', 'São Ímpar']],
  ['cp437', ['Löwe', 'Müller']],
  ['windows-1251', ['кошка', 'собака']],
  ['cp866', ['кошка', 'собака']],
];
const encoded = (names: readonly string[], encoding: string) =>
  names.map((name) => iconv.encode(name, encoding).toString('latin1'));

describe('names', () => {
  it.each(texts)('in %s are read as what they say: %s', (encoding, names) => {
    const decoding = new TextDecoding();
    expect(decoding.names(encoded(names, encoding), '/pets')).toEqual(names);
    expect(decoding.readings).toEqual([
      { place: '/pets', encoding: expect.any(String), guessed: true, sample: expect.any(String) },
    ]);
  });

  it('in UTF-8, composed or not, are composed, and nothing was guessed', () => {
    const decoding = new TextDecoding();
    const names = [...korean, 'Müller', 'Mu\u0308ller', 'cat'];
    expect(decoding.names(encoded(names, 'utf-8'), '/pets')).toEqual([...korean, 'Müller', 'Müller', 'cat']);
    expect(decoding.readings).toEqual([]);
  });

  it('in two encodings are read in both, and one that may be either as its neighbours', () => {
    // "친" in cp949 is also "ģ" in UTF-8.
    const bytes = [...encoded([...korean, '친'], 'cp949'), ...encoded(['고래', 'cat'], 'utf-8')];
    expect(new TextDecoding().names(bytes, '/pets')).toEqual([...korean, '친', '고래', 'cat']);
    expect(new TextDecoding('cp949').names(encoded(['친'], 'cp949'), '/pets')).toEqual(['친']);
  });

  it('of any bytes never lose a character', () => {
    const bytes = Array.from({ length: 256 }, (_, byte) => `a${String.fromCharCode(byte)}`);
    const names = new TextDecoding().names(bytes, '/pets');
    expect(new Set(names).size).toBe(256);
    expect(names.join('')).not.toContain('\uFFFD');
  });

  it('are read in the encoding that was chosen, or refused with its name', () => {
    const decoding = new TextDecoding('cp932');
    expect(decoding.names(encoded(['猫'], 'cp932'), '/pets')).toEqual(['猫']);
    expect(decoding.readings).toMatchObject([{ encoding: 'cp932', guessed: false, sample: '猫' }]);
    expect(() => new TextDecoding('cp949').names(['\u00ff\u00ff'], '/pets')).toThrow('/pets');
  });
});

describe('a text', () => {
  const table = 'path,label\r\np/1.png,고양이\r\np/2.png,강아지\r\n';

  it.each([
    ['utf-8', false],
    ['utf-16le', true],
    ['utf-16be', true],
    ['utf-16le', false],
    ['utf-16be', false],
    ['cp949', false],
  ] as const)('in %s, with a byte-order mark: %s, is read without it', (encoding, addBOM) => {
    const decoding = new TextDecoding();
    expect(decoding.text(iconv.encode(table, encoding, { addBOM }), '/pets.csv')).toBe(table);
    const notes =
      encoding === 'utf-8'
        ? []
        : [{ place: '/pets.csv', encoding, guessed: encoding === 'cp949', sample: 'p/1.png,고양이' }];
    expect(decoding.readings).toEqual(notes);
  });

  it('in UTF-8 with a byte-order mark is read without it', () => {
    expect(new TextDecoding().text(Buffer.from(`\uFEFF${table}`), '/pets.csv')).toBe(table);
  });

  it('of which a late line alone is no UTF-8 is read in whole', () => {
    const long = `${'a,b\n'.repeat(100_000)}고양이\n강아지\n`;
    expect(new TextDecoding().text(iconv.encode(long, 'cp949'), '/pets.csv')).toBe(long);
  });
});
