import { describe, expect, it } from 'vitest';
import { runKey } from './run-keys';

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const place = { at: 10, count: 100, page: 8 };

describe('runKey', () => {
  it.each([
    ['ArrowDown', 11],
    ['ArrowUp', 9],
    ['PageDown', 18],
    ['PageUp', 2],
    ['Home', 0],
    ['End', 99],
  ])('%s goes to row %i', (key, to) => {
    expect(runKey({ ...plain, key }, place)).toEqual({ kind: 'move', to });
  });

  it('stays in the list', () => {
    expect(runKey({ ...plain, key: 'ArrowUp' }, { ...place, at: 0 })).toEqual({ kind: 'move', to: 0 });
    expect(runKey({ ...plain, key: 'PageDown' }, { ...place, at: 95 })).toEqual({ kind: 'move', to: 99 });
  });

  it.each([
    [{ key: 'F2' }, 'rename'],
    [{ key: 'Delete' }, 'delete'],
    [{ key: ' ' }, 'select'],
    [{ key: 'a', ctrlKey: true }, 'selectAll'],
    [{ key: 'A', metaKey: true }, 'selectAll'],
    [{ key: 'ContextMenu' }, 'menu'],
    [{ key: 'F10', shiftKey: true }, 'menu'],
  ])('%j: %s', (pressed, kind) => expect(runKey({ ...plain, ...pressed }, place)).toEqual({ kind }));

  it.each([{ key: 'x' }, { key: 'Enter' }, { key: 'Tab' }, { key: 'ArrowDown', altKey: true }, { key: 'F10' }])(
    '%j is none of the list’s',
    (pressed) => expect(runKey({ ...plain, ...pressed }, place)).toBeNull(),
  );
});
