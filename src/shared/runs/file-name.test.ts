import { expect, it } from 'vitest';
import { safeFileName } from './file-name';

it.each([
  ['ResNet-20 on clothing 2', 'ResNet-20 on clothing 2'],
  ['lr 0.1/0.01: "best"?', 'lr 0.1-0.01- -best-'],
  ['../../etc/passwd', '-..-etc-passwd'],
  ['옷 분류', '옷 분류'],
  ['옷'.normalize('NFD'), '옷'],
  ['con', 'con-'],
  ['COM1.old', 'COM1-.old'],
  ['a\nb\u0000c', 'a-b-c'],
  [' . ', 'run-id'],
  ['///', 'run-id'],
  ['name. ', 'name'],
  ['x'.repeat(300), 'x'.repeat(100)],
])('makes a name of %j that every system takes', (name, file) => {
  expect(safeFileName(name, 'run-id')).toBe(file);
});
