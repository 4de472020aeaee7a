import { describe, expect, it } from 'vitest';
import { keyZoom } from '../../parts/network/zoom';
import { runKey } from '../../views/runs/run-keys';
import { words } from '../../text/words.svelte';
import { asksForShortcuts, keyLabel, shortcutGroups } from './shortcuts';

const press = (key: string, closest: unknown = null, more: Partial<KeyboardEvent> = {}) =>
  asksForShortcuts({ key, target: { closest: () => closest }, ...more } as unknown as KeyboardEvent);

describe('shortcuts', () => {
  it('lists each action of the catalogue once', () => {
    const listed = shortcutGroups.flatMap(({ shortcuts }) => shortcuts.map(({ action }) => action));
    expect([...listed].sort()).toEqual(Object.keys(words.help.actions).sort());
  });

  it('lists keys that the list of runs and the graph take', () => {
    const keyed: Readonly<Record<string, string>> = {
      '↑': 'ArrowUp',
      '↓': 'ArrowDown',
      pageUp: 'PageUp',
      pageDown: 'PageDown',
      home: 'Home',
      end: 'End',
      space: ' ',
      delete: 'Delete',
      menu: 'ContextMenu',
      '−': '-',
    };
    const ways = (action: string) =>
      shortcutGroups.flatMap(({ shortcuts }) => shortcuts).find((shortcut) => shortcut.action === action)?.ways ?? [];
    const taken = (action: string) =>
      ways(action).map((way) => {
        const key = way.at(-1) ?? '';
        const held = {
          ctrlKey: way.includes('control'),
          shiftKey: way.includes('shift'),
          metaKey: false,
          altKey: false,
        };
        return runKey({ key: keyed[key] ?? key, ...held }, { at: 5, count: 10, page: 3 });
      });
    expect(taken('moveRuns').map((move) => move?.kind === 'move' && move.to)).toEqual([4, 6, 2, 8]);
    expect(taken('runEnds').map((move) => move?.kind === 'move' && move.to)).toEqual([0, 9]);
    const kinds = ['selectRun', 'selectRuns', 'renameRun', 'deleteRun', 'runMenu'].map((action) =>
      taken(action).map((key) => key?.kind),
    );
    expect(kinds).toEqual([['select'], ['selectAll'], ['rename'], ['delete'], ['menu', 'menu']]);
    expect(ways('zoomGraph').every(([key = '']) => keyZoom(keyed[key] ?? key, 1) !== null)).toBe(true);
  });

  it('names keys as they are called, and ⌘ on a Mac', () => {
    expect(keyLabel('control', words.help.keys, false)).toBe('Ctrl');
    expect(keyLabel('control', words.help.keys, true)).toBe('⌘');
    expect(keyLabel('1', words.help.keys, true)).toBe('1');
  });

  it('are asked for by a question mark that is not part of a text', () => {
    expect(press('?')).toBe(true);
    expect(press('?', {})).toBe(false);
    expect(press('?', null, { ctrlKey: true })).toBe(false);
    expect(press('1')).toBe(false);
  });
});
