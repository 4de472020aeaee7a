import { describe, expect, it } from 'vitest';
import { ThinnedList } from './thinned-list';

const filled = (limit: number, count: number) => {
  const list = new ThinnedList<number>(limit);
  for (let item = 1; item <= count; item += 1) list.push(item);
  return list;
};

describe('ThinnedList', () => {
  it('keeps everything up to its limit', () => {
    expect(filled(4, 4).items).toEqual([1, 2, 3, 4]);
  });

  it('leaves out every second item beyond it, evenly, and always ends with the newest', () => {
    expect(filled(4, 5).items).toEqual([1, 3, 5]);
    expect(filled(4, 6).items).toEqual([1, 3, 5, 6]);
    expect(filled(4, 9).items).toEqual([1, 5, 9]);
    expect(filled(4, 10).newest).toBe(10);
  });

  it('gives the same array until something is added', () => {
    const list = filled(4, 3);
    const { items } = list;
    expect(list.items).toBe(items);
    list.push(4);
    expect(list.items).not.toBe(items);
    expect(items).toEqual([1, 2, 3]);
  });

  it('stays within its limit however long it gets', () => {
    const { items } = filled(100, 12_345);
    expect(items.length).toBeLessThanOrEqual(101);
    expect(items.at(0)).toBe(1);
    expect(items.at(-1)).toBe(12_345);
  });
});
