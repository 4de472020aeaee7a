import { describe, expect, it } from 'vitest';
import { particleAfter } from './particles';

const after = (form: string, words: readonly string[]) => words.map((word) => word + particleAfter(word, form));

describe('a Korean particle', () => {
  it('follows the last sound of Hangul', () => {
    expect(after('은', ['사진', '네트워크'])).toEqual(['사진은', '네트워크는']);
    expect(after('이', ['사진', '네트워크'])).toEqual(['사진이', '네트워크가']);
    expect(after('을', ['사진', '네트워크'])).toEqual(['사진을', '네트워크를']);
    expect(after('으로', ['사진', '서울', '네트워크'])).toEqual(['사진으로', '서울로', '네트워크로']);
    expect(after('과', ['사진', '네트워크'])).toEqual(['사진과', '네트워크와']);
  });

  it('takes either of its forms', () => {
    for (const form of ['은', '는']) expect(particleAfter('사진', form)).toBe('은');
  });

  it('follows numbers as they are read', () => {
    expect(after('은', ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', 'ResNet-20', 'ResNet-110'])).toEqual([
      ...['1은', '2는', '3은', '4는', '5는', '6은', '7은', '8은', '9는', '10은', 'ResNet-20은', 'ResNet-110은'],
    ]);
    expect(after('으로', ['1', '2', '3', '7', '8', '64,000', '0.1', '0.05', '1.5'])).toEqual([
      ...['1로', '2로', '3으로', '7로', '8로', '64,000으로', '0.1로', '0.05로', '1.5로'],
    ]);
    expect(after('을', ['6.9%', '6.9 %', '32x32x3'])).toEqual(['6.9%를', '6.9 %를', '32x32x3을']);
  });

  it('follows letters that are read one by one', () => {
    expect(after('는', ['PNG', 'CSV', 'GPU', 'CPU', 'SGD', 'JPG', 'png', 'txt', 'ID', 'XYZ'])).toEqual([
      ...['PNG는', 'CSV는', 'GPU는', 'CPU는', 'SGD는', 'JPG는', 'png는', 'txt는', 'ID는', 'XYZ는'],
    ]);
    expect(after('은', ['LR', 'XML', 'RAM', 'CNN', 'R'])).toEqual(['LR은', 'XML은', 'RAM은', 'CNN은', 'R은']);
    expect(after('으로', ['LR', 'XML', 'CNN', 'PNG'])).toEqual(['LR로', 'XML로', 'CNN으로', 'PNG로']);
  });

  it('follows words of English', () => {
    expect(after('은', ['epoch', 'test', 'photo.jpeg', 'dataset.zip', 'state.json', 'table.csv', 'AdamW'])).toEqual([
      ...['epoch은', 'test는', 'photo.jpeg은', 'dataset.zip은', 'state.json은', 'table.csv는', 'AdamW는'],
    ]);
  });

  it('does not hear quotation marks and what stands in brackets', () => {
    expect(after('이', ['"사진"', '「고양이」', "'3'", '사진 (12장)', '고양이(cat)', '(사진)'])).toEqual([
      ...['"사진"이', '「고양이」가', "'3'이", '사진 (12장)이', '고양이(cat)가', '(사진)이'],
    ]);
  });

  it('has an answer for everything', () => {
    for (const text of ['', ' ', '"', '()', '%', 'é', '日本', '1.', '...', '🙂', `1${'0'.repeat(30)}`]) {
      expect(['은', '는']).toContain(particleAfter(text, '은'));
    }
  });
});
