import { describe, expect, it } from 'vitest';
import { readRename } from './import';

describe('--rename', () => {
  it.each([
    ['old=new', 'old', 'new'],
    ['old=new=x', 'old', 'new=x'],
    [String.raw`a\=b=c`, 'a=b', 'c'],
    [String.raw`a\=b\=c=d\=e`, 'a=b=c', 'd=e'],
    [String.raw`a\\=b`, 'a\\', 'b'],
    [String.raw`a\b=c`, 'a\\b', 'c'],
    ['a b=c d', 'a b', 'c d'],
    ['__proto__=x', '__proto__', 'x'],
  ])('%s', (text, old, name) => {
    expect(Object.entries(readRename(text))).toEqual([[old, name]]);
  });

  it.each(['', 'old', '=new', 'old=', String.raw`a\=b`])('refuses %j', (text) => {
    expect(() => readRename(text)).toThrow('It must be old=new');
  });
});
