import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { lines, numbered, pictures, read, refusal } from './testing';

const four = pictures('p/1.jpg', 'p/2.jpg', 'p/3.jpg', 'p/4.jpg');
const two = { train: { cat: 2, dog: 2 } };

describe('a table is read', () => {
  const rows = ['p/1.jpg,cat', 'p/2.jpg,dog', 'p/3.jpg,cat', 'p/4.jpg,dog'];
  const plain = lines('path,label', ...rows);
  const by = (delimiter: string, text = plain): string => text.replaceAll(',', delimiter);

  it.each<[string, string, string | Buffer]>([
    ['by semicolons', 'labels.csv', by(';')],
    ['by tabs', 'labels.tsv', by('\t')],
    ['by bars', 'labels.csv', by('|')],
    ['by blanks, without names of columns', 'train.txt', by(' ', lines(...rows))],
    ['by tabs, in a text file', 'labels.txt', by('\t')],
    ['with the line of Excel', 'labels.csv', `sep=;\r\n${by(';')}`],
    ['with that line and tabs', 'labels.csv', `\uFEFFsep=\t\r\n${by('\t')}`],
    ['in UTF-16 by Excel', 'labels.csv', iconv.encode(by('\t'), 'utf-16le', { addBOM: true })],
    ['in UTF-16, the other way round', 'labels.txt', iconv.encode(plain, 'utf-16be', { addBOM: true })],
    ['with old lines of Macintosh', 'labels.csv', plain.replaceAll('\n', '\r')],
    [
      'with quotes, commas and lines in them',
      'labels.csv',
      lines('path,label,note', ...rows.map((row) => `${row},"a, ""b""\nc"`)),
    ],
    ['with quotes in the middle', 'labels.csv', lines('path,label,note', ...rows.map((row) => `${row},5" wide`))],
    [
      'with commas in names, by semicolons',
      'labels.csv',
      lines('path;label;a, b', ...rows.map((row) => `${by(';', row)};1,5`)),
    ],
    ['with rows of several lengths', 'labels.csv', lines('path,label,note', ...rows.slice(1), `${rows[0]},x,y,z`)],
  ])('%s', async (_, name, table) => {
    const { format, counts, problems } = await read({ ...four, [name]: table });
    expect([format, counts, problems]).toEqual(['table', two, []]);
  });

  it('in the code page of Korean Windows, without losing a class', async () => {
    const table = lines('path,label', 'p/1.jpg,고양이', 'p/2.jpg,강아지', 'p/3.jpg,토끼');
    const { counts } = await read({ ...four, 'labels.csv': iconv.encode(table, 'cp949') });
    expect(counts).toEqual({ train: { 강아지: 1, 고양이: 1, 토끼: 1 } });
    const broken = Buffer.concat([Buffer.from('path,label\np/1.jpg,'), Buffer.of(0xff, 0xff, 0x0a)]);
    expect(await refusal({ ...four, 'labels.csv': broken }, { encoding: 'cp949' })).toContain('labels.csv');
  });
});

describe('columns by the names that the field uses', () => {
  it.each<[string, string[], unknown]>([
    [
      'HAM10000',
      [
        'lesion_id,image_id,dx,dx_type,age,sex',
        'L1,1,nv,histo,80,male',
        'L1,2,bkl,histo,70,f',
        'L2,3,nv,follow_up,60,f',
        'L3,4,bkl,histo,50,f',
      ],
      { nv: 2, bkl: 2 },
    ],
    [
      'GTSRB',
      [
        'Width,Height,Roi.X1,ClassId,Path',
        '32,30,5,0,p/1.jpg',
        '31,30,6,1,p/2.jpg',
        '33,29,5,0,p/3.jpg',
        '30,30,5,1,p/4.jpg',
      ],
      { 0: 2, 1: 2 },
    ],
    [
      'an age before the diagnosis',
      ['image_id,age,sex,diagnosis', '1.jpg,40,m,cat', '2.jpg,41,f,dog', '3.jpg,42,m,cat', '4.jpg,40,m,dog'],
      { cat: 2, dog: 2 },
    ],
    [
      'numbers and names of classes',
      [
        'class id,filepaths,labels,scientific name',
        '0,p/1.jpg,cat,Felis',
        '1,p/2.jpg,dog,Canis',
        '0,p/3.jpg,cat,Felis',
        '1,p/4.jpg,dog,Canis',
      ],
      { cat: 2, dog: 2 },
    ],
    [
      'a label in numbers beside its name',
      ['path,label,label_name', 'p/1.jpg,0,cat', 'p/2.jpg,1,dog', 'p/3.jpg,0,cat', 'p/4.jpg,1,dog'],
      { cat: 2, dog: 2 },
    ],
    [
      'whales, where Id is the class',
      ['Image,Id', '1.jpg,w_1', '2.jpg,w_2', '3.jpg,w_1', '4.jpg,w_2'],
      { w_1: 2, w_2: 2 },
    ],
    [
      'Korean',
      ['파일명,나이,라벨', '1.jpg,4,고양이', '2.jpg,5,개', '3.jpg,6,고양이', '4.jpg,7,개'],
      { 개: 2, 고양이: 2 },
    ],
    [
      'an index without a name',
      [',image,label', '0,1.jpg,cat', '1,2.jpg,dog', '2,3.jpg,cat', '3,4.jpg,dog'],
      { cat: 2, dog: 2 },
    ],
    [
      'an index that is also the name of pictures',
      [',file_name,label', '1,p/4.jpg,cat', '2,p/3.jpg,dog', '3,p/2.jpg,cat', '4,p/1.jpg,dog'],
      { cat: 2, dog: 2 },
    ],
  ])('%s', async (_, rows, classes) => {
    const { counts, problems } = await read({ ...four, 'labels.csv': lines(...rows) });
    expect([counts, problems]).toEqual([{ train: classes }, []]);
  });
});

describe('columns that may mean several things', () => {
  const table = lines(
    'image_id,age,sex,outcome',
    ...numbered(4, (n) => `${n + 1}.jpg,4${n},${n % 2 ? 'm' : 'f'},${n < 2 ? 'good' : 'bad'}`),
  );
  const files = { ...four, 'labels.csv': table };

  it('are asked for', async () => {
    const { table: asked, counts, classNames } = await read(files);
    expect(asked).toMatchObject({ path: 'image_id', label: null, asks: 'label' });
    expect(asked?.columns[1]).toEqual({ name: 'age', samples: ['40', '41', '42', '43'] });
    expect([counts, classNames]).toEqual([{}, []]);
  });

  it.each<[string, Record<string, string>, unknown]>([
    ['by name', { label: 'outcome' }, { bad: 2, good: 2 }],
    ['by a name in other letters', { label: 'Outcome ' }, { bad: 2, good: 2 }],
    ['by number', { label: '3' }, { f: 2, m: 2 }],
    ['as a column of numbers all the same', { label: 'age' }, { 40: 1, 41: 1, 42: 1, 43: 1 }],
  ])('are chosen %s', async (_, columns, classes) => {
    expect((await read(files, { columns })).counts).toEqual({ train: classes });
  });

  it('are listed where the one that was chosen is not there', async () => {
    const message = await refusal(files, { columns: { label: 'result' } });
    expect(message).toContain('labels.csv has no column "result". It has:');
    expect(message).toContain('outcome: good, bad');
  });

  it('are asked for in a list without names whose second column is a number of its own', async () => {
    const rows = numbered(12, (n) => `${n}.jpg ${1000 + n} ${n % 2}`);
    const { table: asked } = await read({
      ...pictures(...numbered(12, (n) => `p/${n}.jpg`)),
      'list.txt': lines(...rows),
    });
    expect(asked).toMatchObject({ path: '1', asks: 'label', columns: [{ name: '1' }, { name: '2' }, { name: '3' }] });
  });

  it('do not hide class folders that are beyond doubt', async () => {
    const beside = { ...pictures('cat/1.jpg', 'cat/2.jpg', 'dog/3.jpg', 'dog/4.jpg'), 'exif.csv': table };
    expect((await read(beside)).format).toBe('class folders');
    expect((await read({ ...beside, 'exif.csv': 'image,label\ngone/9.jpg,x\n' })).format).toBe('class folders');
  });
});

describe('one column a class', () => {
  const names = ['MEL', 'NV', 'BCC'];
  const cells = (hot: number, one = '1.0', zero = '0.0') =>
    names.map((_, place) => (place === hot ? one : zero)).join(',');
  const isic = pictures(...numbered(6, (n) => `images/ISIC_${n}.jpg`));

  it.each([
    ['ISIC 2018', ['image,MEL,NV,BCC', ...numbered(6, (n) => `ISIC_${n},${cells(n % 3)}`)]],
    ['Roboflow', ['filename, MEL, NV, BCC', ...numbered(6, (n) => `ISIC_${n}.jpg, ${cells(n % 3, '1', '0')}`)]],
  ])('%s', async (_, rows) => {
    const { counts, problems, table } = await read({ ...isic, 'truth.csv': lines(...rows) });
    expect([counts, problems]).toEqual([{ train: { MEL: 2, NV: 2, BCC: 2 } }, []]);
    expect(table).toMatchObject({ label: null, oneHot: 3, asks: null });
  });

  it('with rows of none or several is told', async () => {
    const rows = numbered(6, (n) => `ISIC_${n},${n === 1 ? '0,0,0' : n === 2 ? '1,0,1' : cells(n % 3, '1', '0')}`);
    const { counts, problems } = await read({ ...isic, 'truth.csv': lines('image,MEL,NV,BCC', ...rows) });
    expect(counts).toEqual({ train: { MEL: 2, NV: 1, BCC: 1 } });
    expect(problems.map(({ path, message }) => [path.split('/').at(-1), message])).toEqual([
      ['truth.csv, row 3', 'None of the columns of classes holds 1.'],
      ['truth.csv, row 4', 'Several columns of classes hold 1: MEL, BCC.'],
    ]);
  });

  it('is not seen in probabilities, or in marks of which a picture has several', async () => {
    const asked = async (cellsOf: (n: number) => string) =>
      (await read({ ...isic, 'truth.csv': lines('image,a,b,c', ...numbered(6, (n) => `ISIC_${n},${cellsOf(n)}`)) }))
        .table;
    expect(await asked((n) => `0.${n},0.3,0.2`)).toMatchObject({ asks: 'label', oneHot: 0 });
    expect(await asked((n) => (n % 3 === 0 ? '1,0,0' : '1,1,0'))).toMatchObject({ asks: 'label', oneHot: 0 });
  });
});
