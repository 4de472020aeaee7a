import { describe, expect, it } from 'vitest';
import { en } from '../../text/messages/en';
import { asksForShortcuts, keyLabel, shortcutGroups } from './shortcuts';

const press = (key: string, closest: unknown = null, more: Partial<KeyboardEvent> = {}) =>
  asksForShortcuts({ key, target: { closest: () => closest }, ...more } as unknown as KeyboardEvent);

describe('shortcuts', () => {
  it('lists each action of the message files once', () => {
    const listed = shortcutGroups.flatMap(({ shortcuts }) => shortcuts.map(({ action }) => action));
    expect([...listed].sort()).toEqual(Object.keys(en.help.actions).sort());
  });

  it('names keys as they are called, and ⌘ on a Mac', () => {
    expect(keyLabel('control', en.help.keys, false)).toBe('Ctrl');
    expect(keyLabel('control', en.help.keys, true)).toBe('⌘');
    expect(keyLabel('1', en.help.keys, true)).toBe('1');
  });

  it('are asked for by a question mark that is not part of a text', () => {
    expect(press('?')).toBe(true);
    expect(press('?', {})).toBe(false);
    expect(press('?', null, { ctrlKey: true })).toBe(false);
    expect(press('1')).toBe(false);
  });
});
