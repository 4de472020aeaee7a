import { broken, type BrokenInput } from './input';

/** The names of files, and what the message says. */
const folders: [string, Record<string, string>, string][] = [
  ['one class', { 'cat/1.png': 'x', 'cat/2.png': 'x' }, 'holds pictures of one class only, "cat" (2)'],
  ['one class in each split', { 'train/cat/1.png': 'x', 'test/cat/1.png': 'x' }, 'of one class only, "cat" (2)'],
  ['pictures side by side', { '1.png': 'x', '2.png': 'x' }, 'The 2 pictures in'],
  ['a single picture', { '1.png': 'x' }, 'lies alone, and nothing says its class'],
  ['names without a class', { 'IMG_1.png': 'x', 'IMG_2.png': 'x' }, 'nothing says their classes'],
  ['a class for each name', { 'sun.png': 'x', 'sea.png': 'x', 'sky.png': 'x' }, 'nothing says their classes'],
  ['other files', { 'a.txt': 'x', 'b/c.json': 'x' }, 'Found: a.txt, b/c.json. Expected:'],
  [
    'many other files',
    Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`${at}.txt`, 'x'])),
    'and 4 more. Expected:',
  ],
  ['hidden files', { '.a.png': 'x', '.git/b.png': 'x' }, 'is empty. Expected:'],
  ['a table of nothing', { 'labels.csv': 'path,label\n', 'a.txt': 'x' }, 'labels.csv names no picture that is there'],
  ['a table of what is not there', { 'labels.csv': 'path,label\na.png,cat\n' }, 'Its first row: a.png, cat'],
  ['a table of other things', { 'numbers.csv': '1,2\n3,4\n' }, 'Found: numbers.csv. Expected:'],
  ['a table without a label', { 'labels.csv': 'path,label\n1.png,\n', '1.png': 'x' }, 'names no picture that is there'],
  [
    'a table of an unknown split',
    { 'labels.csv': 'path,label,split\n1.png,cat,later\n', '1.png': 'x' },
    'names pictures of one class only, "cat" (1)',
  ],
  [
    'names that nobody agreed to',
    { 'cat_1.png': 'x', 'cat_2.png': 'x', 'dog_1.png': 'x', 'dog_2.png': 'x' },
    'by their names they are of 2 classes: cat, dog. Confirm that you want these',
  ],
];

export const brokenFolders: readonly BrokenInput[] = folders.map(([name, files, message]) =>
  broken('folder', name, { files, message }),
);
