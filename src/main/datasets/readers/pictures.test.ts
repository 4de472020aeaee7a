import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { fullPath } from '../sources/listing';
import { makeTestFolder } from '../testing';
import { classFolders, writeTree } from '../pictures/testing-pictures';
import { countsOf, readSource } from './testing';

const archives = join(__dirname, '../fixtures/sources');
let root: string;
let counter = 0;

beforeAll(async () => {
  root = await makeTestFolder();
});

async function folderOf(files: Record<string, Buffer | string>): Promise<string> {
  return writeTree(join(root, `source-${counter++}`), files);
}

const three = { 'cat/1.png': 'x', 'cat/2.png': 'x', 'dog/1.png': 'x' };
const prefixed = (prefix: string): Record<string, string> =>
  Object.fromEntries(Object.entries(three).map(([path, content]) => [`${prefix}${path}`, content]));

describe('class folders', () => {
  it.each([
    ['side by side', three, { train: { cat: 2, dog: 1 } }],
    ['one folder too deep', prefixed('pets/'), { train: { cat: 2, dog: 1 } }],
    ['several folders too deep', prefixed('a/b/c/'), { train: { cat: 2, dog: 1 } }],
    [
      'with folders inside',
      { 'cat/a/1.png': 'x', 'cat/2.png': 'x', 'dog/b/c/1.png': 'x' },
      { train: { cat: 2, dog: 1 } },
    ],
    ['of files without an ending', { 'cat/1': 'x', 'dog/1': 'x' }, { train: { cat: 1, dog: 1 } }],
    ['with other files beside', { ...three, 'readme.txt': 'x', 'cat/notes.json': 'x' }, { train: { cat: 2, dog: 1 } }],
    [
      'with what systems leave',
      {
        ...three,
        '.DS_Store': 'x',
        'cat/Thumbs.db': 'x',
        '__MACOSX/cat/._1.png': 'x',
        '.git/x.png': 'x',
        'dog/.2.png': 'x',
      },
      { train: { cat: 2, dog: 1 } },
    ],
    [
      'under train and test',
      { ...prefixed('train/'), 'test/cat/1.png': 'x', 'test/dog/1.png': 'x' },
      { train: { cat: 2, dog: 1 }, test: { cat: 1, dog: 1 } },
    ],
    [
      'under Train, valid and testing, one folder too deep',
      { ...prefixed('pets/Train/'), 'pets/valid/cat/1.png': 'x', 'pets/testing/dog/1.png': 'x' },
      { train: { cat: 2, dog: 1 }, validation: { cat: 1 }, test: { dog: 1 } },
    ],
    [
      'one folder too deep in each split',
      { ...prefixed('train/pictures/'), 'validation/pictures/cat/1.png': 'x', 'validation/pictures/dog/1.png': 'x' },
      { train: { cat: 2, dog: 1 }, validation: { cat: 1, dog: 1 } },
    ],
    ['called like splits', { 'train/1.png': 'x', 'test/1.png': 'x' }, { train: { train: 1, test: 1 } }],
    [
      'called like splits among others',
      { 'train/1.png': 'x', 'bus/1.png': 'x', 'car/1.png': 'x' },
      { train: { train: 1, bus: 1, car: 1 } },
    ],
  ])('%s', async (_, files, expected) => {
    const source = await readSource([await folderOf(files)]);
    expect(source.format).toBe('class folders');
    expect(countsOf(source)).toEqual(expected);
    expect(source.problems).toEqual([]);
  });

  it('are sorted by name, and so are their pictures', async () => {
    const folder = await folderOf({ 'b/2.png': 'x', 'b/10.png': 'x', 'B/1.png': 'x', 'a/1.png': 'x' });
    const { classNames, pictures } = await readSource([folder]);
    expect(classNames).toEqual(['B', 'a', 'b']);
    const paths = pictures.kind === 'encoded' ? pictures.items.map(({ file }) => fullPath(file)) : [];
    expect(paths).toEqual(['B/1.png', 'a/1.png', 'b/10.png', 'b/2.png'].map((path) => join(folder, path)));
  });

  it('that are dropped together are the classes', async () => {
    const folder = await folderOf(three);
    const source = await readSource([join(folder, 'dog'), join(folder, 'cat')]);
    expect(countsOf(source)).toEqual({ train: { cat: 2, dog: 1 } });
    const paths = source.pictures.kind === 'encoded' ? source.pictures.items.map(({ file }) => fullPath(file)) : [];
    expect(paths[0]).toBe(join(folder, 'cat/1.png'));
  });

  it('name pictures whose class is not known', async () => {
    const folder = await folderOf({ ...prefixed('train/'), 'test/1.png': 'x', 'cover.jpg': 'x' });
    const source = await readSource([folder]);
    expect(countsOf(source)).toEqual({ train: { cat: 2, dog: 1 } });
    expect(source.problems.map(({ kind, path }) => [kind, path])).toEqual([
      ['unlabelled', join(folder, 'cover.jpg')],
      ['unlabelled', join(folder, 'test/1.png')],
    ]);
  });

  it('may hold links, but no circles', async () => {
    const folder = await folderOf(three);
    await symlink(join(folder, 'cat'), join(folder, 'lion'));
    await symlink(folder, join(folder, 'dog/back'));
    await symlink(join(folder, 'gone'), join(folder, 'dog/nothing.png'));
    const source = await readSource([folder]);
    expect(countsOf(source)).toEqual({ train: { cat: 2, dog: 1, lion: 2 } });
    expect(source.problems.map(({ kind }) => kind).sort()).toEqual(['link', 'unreadable']);
  });
});

describe('archives', () => {
  it.each(['folders.zip', 'stored.zip', 'folders.tar.gz', 'folders.tar'])('%s holds class folders', async (name) => {
    const source = await readSource([join(archives, name)]);
    expect(countsOf(source)).toEqual({ train: { cat: 6, dog: 6 } });
    expect([source.name, source.problems]).toEqual([name.startsWith('stored') ? 'stored' : 'folders', []]);
  });

  it('hold splits', async () => {
    const source = await readSource([join(archives, 'splits.zip')]);
    const each = (count: number): Record<string, number> => ({ cat: count, dog: count, owl: count });
    expect(countsOf(source)).toEqual({ train: each(4), validation: each(2), test: each(3) });
  });

  it('are classes where several are dropped', async () => {
    const source = await readSource([join(archives, 'stored.zip'), join(archives, 'folders.tar')]);
    expect(countsOf(source)).toEqual({ train: { folders: 12, stored: 12 } });
  });

  it.each(['unsafe.zip', 'unsafe.tar.gz'])('%s leads nowhere outside and follows no link', async (name) => {
    const source = await readSource([join(archives, name)]);
    expect(countsOf(source)).toEqual({ train: { cat: 6, dog: 6 } });
    const named = source.problems.map(({ kind, path }) => `${kind} ${path.slice(path.indexOf(': ') + 2)}`);
    const links = name.endsWith('.zip') ? ['link cat/soft.png'] : ['link cat/soft.png', 'link cat/hard.png'];
    const unsafe = ['../outside.png', '/absolute.png', 'cat/../../deep.png'].map((path) => `unsafe-path ${path}`);
    expect(named).toEqual([...unsafe, ...links]);
  });
});

describe('names of files', () => {
  it('offer their classes', async () => {
    const names = [
      'cat_001.jpg',
      'cat_002.jpg',
      'dog-1.jpg',
      'dog-2.jpg',
      'red fox (1).png',
      'red fox (2).png',
      'x.jpg',
    ];
    const source = await readSource([await folderOf(Object.fromEntries(names.map((name) => [name, 'x'])))]);
    expect(source.classesFromNames).toBe(true);
    expect(countsOf(source)).toEqual({ train: { cat: 2, dog: 2, 'red fox': 2 } });
    expect(source.problems.map(({ path }) => path.split('/').at(-1))).toEqual(['x.jpg']);
  });

  it('are taken of the pictures that were dropped alone', async () => {
    const names = ['cat_1.jpg', 'cat_2.jpg', 'dog_1.jpg', 'dog_2.jpg', 'owl_1.jpg'];
    const folder = await folderOf(Object.fromEntries(names.map((name) => [name, 'x'])));
    const source = await readSource(names.slice(0, 4).map((name) => join(folder, name)));
    expect(countsOf(source)).toEqual({ train: { cat: 2, dog: 2 } });
  });
});

describe('tables', () => {
  const pictures = { 'p/one.jpg': 'x', 'p/two.jpg': 'x', 'p/three.jpg': 'x' };
  it.each([
    ['with names of columns', 'path,label\np/one.jpg,cat\np/two.jpg,dog\n', { train: { cat: 1, dog: 1 } }],
    ['with the columns turned round', 'Label,Filename\ncat,p/one.jpg\ndog,p/two.jpg\n', { train: { cat: 1, dog: 1 } }],
    ['without names of columns', 'p/one.jpg,cat\np/two.jpg,dog\n', { train: { cat: 1, dog: 1 } }],
    [
      'with semicolons and quotes',
      '"path";"label"\n"p/one.jpg";"cat; wild"\n"p/two.jpg";"dog"\n',
      { train: { 'cat; wild': 1, dog: 1 } },
    ],
    ['with tabs', 'path\tlabel\np/one.jpg\tcat\np/two.jpg\tdog\n', { train: { cat: 1, dog: 1 } }],
    ['of names without folder or ending', 'id,breed\none,cat\ntwo,dog\n', { train: { cat: 1, dog: 1 } }],
    [
      'with a byte order mark and Windows lines',
      '\uFEFFpath,label\r\np\\one.jpg,cat\r\n./p/two.jpg,dog\r\n',
      { train: { cat: 1, dog: 1 } },
    ],
    [
      'with splits',
      'path,label,split\np/one.jpg,cat,train\np/two.jpg,dog,train\np/three.jpg,dog,valid\n',
      { train: { cat: 1, dog: 1 }, validation: { dog: 1 } },
    ],
  ])('%s', async (_, table, expected) => {
    const source = await readSource([await folderOf({ ...pictures, 'labels.csv': table })]);
    expect([source.format, countsOf(source), source.problems]).toEqual(['table', expected, []]);
  });

  it('in an archive, and dropped by themselves', async () => {
    expect(countsOf(await readSource([join(archives, 'table.zip')]))).toEqual({
      train: { cat: 4, dog: 4 },
      test: { cat: 1, dog: 1 },
    });
    const folder = await folderOf({
      ...pictures,
      'a.csv': 'path,label\np/one.jpg,x\np/two.jpg,y\n',
      'b.tsv': 'path\tlabel\n',
    });
    expect(countsOf(await readSource([join(folder, 'a.csv')]))).toEqual({ train: { x: 1, y: 1 } });
  });

  it('name rows that say nothing', async () => {
    const rows = [
      'path,label,split',
      'p/one.jpg,cat,train',
      'p/two.jpg,dog,train',
      'p/gone.jpg,cat,train',
      'p/three.jpg,,train',
      'p/three.jpg,cat,later',
    ];
    const folder = await folderOf({ ...pictures, 'labels.csv': rows.join('\n') });
    const { problems } = await readSource([folder]);
    expect(problems.map(({ kind, path }) => [kind, path.slice(folder.length + 1)])).toEqual([
      ['missing', 'labels.csv, row 4'],
      ['unlabelled', 'labels.csv, row 5'],
      ['unlabelled', 'labels.csv, row 6'],
    ]);
  });

  it('of something else are passed over', async () => {
    const folder = await folderOf({
      ...classFolders({ cat: 1, dog: 1 }),
      'results.csv': 'epoch,loss\n1,2\n',
      'more.tsv': '"x',
    });
    expect((await readSource([folder])).format).toBe('class folders');
  });
});
