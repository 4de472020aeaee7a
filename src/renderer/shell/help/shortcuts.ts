import type { words } from '../../text/words.svelte';

type Help = (typeof words)['help'];
export type KeyName = keyof Help['keys'];

export interface Shortcut {
  readonly action: keyof Help['actions'];
  /** Ways to do it; each is keys that are pressed together, named ones by their names in the catalogue. */
  readonly ways: readonly (readonly (KeyName | (string & {}))[])[];
}

export interface ShortcutGroup {
  readonly name: keyof Help['groups'];
  readonly shortcuts: readonly Shortcut[];
}

/** Every key that does something in the window, by where it does it. */
export const shortcutGroups: readonly ShortcutGroup[] = [
  {
    name: 'everywhere',
    shortcuts: [
      { action: 'showDatasets', ways: [['control', '1']] },
      { action: 'showTrain', ways: [['control', '2']] },
      { action: 'showRuns', ways: [['control', '3']] },
      { action: 'showClassify', ways: [['control', '4']] },
      { action: 'showSettings', ways: [['control', ',']] },
      { action: 'showShortcuts', ways: [['?']] },
      { action: 'shrink', ways: [['escape']] },
      {
        action: 'zoomWindow',
        ways: [
          ['control', '+'],
          ['control', '−'],
          ['control', '0'],
        ],
      },
    ],
  },
  {
    name: 'graph',
    shortcuts: [
      { action: 'move', ways: [['arrows']] },
      { action: 'ends', ways: [['home'], ['end']] },
      { action: 'choose', ways: [['enter'], ['space']] },
      { action: 'zoomGraph', ways: [['+'], ['−'], ['0']] },
      { action: 'leave', ways: [['escape']] },
    ],
  },
  {
    name: 'curves',
    shortcuts: [
      { action: 'readValues', ways: [['←'], ['→'], ['pageUp'], ['pageDown']] },
      { action: 'curveEnds', ways: [['home'], ['end']] },
      { action: 'zoomCurves', ways: [['+'], ['−'], ['↑'], ['↓']] },
      {
        action: 'moveCurves',
        ways: [
          ['shift', '←'],
          ['shift', '→'],
        ],
      },
      { action: 'wholeCurves', ways: [['0'], ['escape']] },
    ],
  },
  {
    name: 'sliders',
    shortcuts: [
      { action: 'slide', ways: [['arrows'], ['pageUp'], ['pageDown']] },
      { action: 'slideEnds', ways: [['home'], ['end']] },
    ],
  },
  { name: 'matrix', shortcuts: [{ action: 'chooseCell', ways: [['arrows']] }] },
  {
    name: 'runs',
    shortcuts: [
      { action: 'moveRuns', ways: [['↑'], ['↓'], ['pageUp'], ['pageDown']] },
      { action: 'runEnds', ways: [['home'], ['end']] },
      { action: 'openRun', ways: [['enter']] },
      { action: 'selectRun', ways: [['space']] },
      { action: 'selectRuns', ways: [['control', 'A']] },
      { action: 'renameRun', ways: [['F2']] },
      { action: 'deleteRun', ways: [['delete']] },
      { action: 'undo', ways: [['control', 'Z']] },
      { action: 'runMenu', ways: [['menu'], ['shift', 'F10']] },
    ],
  },
  {
    name: 'menus',
    shortcuts: [
      { action: 'moveMenu', ways: [['↑'], ['↓']] },
      { action: 'take', ways: [['enter']] },
      { action: 'closeMenu', ways: [['escape']] },
    ],
  },
  {
    name: 'dialogs',
    shortcuts: [
      { action: 'confirm', ways: [['enter']] },
      { action: 'saveNote', ways: [['control', 'enter']] },
      { action: 'cancel', ways: [['escape']] },
    ],
  },
];

/** What stands on the key here: ⌘ for Ctrl on a Mac. */
export function keyLabel(key: string, names: Help['keys'], isMac: boolean): string {
  if (key === 'control' && isMac) return '⌘';
  return key in names ? names[key as KeyName] : key;
}

/** Whether a key pressed there asks for the shortcuts: not where it is text that somebody writes. */
export function asksForShortcuts(event: KeyboardEvent): boolean {
  if (event.key !== '?' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return false;
  const target = event.target as HTMLElement | null;
  return !target?.closest('input, textarea, select, [contenteditable]');
}
