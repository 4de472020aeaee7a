import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';

vi.mock('electron', () => ({ app: {}, Menu: {}, shell: {} }));
const { menuTemplate } = await import('./menu');

function flatten(items: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flatten(item.submenu) : [])]);
}

const itemsFor = (platform: NodeJS.Platform, developerTools: boolean, showView = vi.fn(), showHelp = vi.fn()) =>
  flatten(menuTemplate({ developerTools, showView, showHelp, logFile: 'log.txt' }, platform));

describe('menuTemplate', () => {
  it.each(['linux', 'darwin', 'win32'] as const)('reaches every view on %s, each by its own keys', (platform) => {
    const showView = vi.fn();
    const items = itemsFor(platform, true, showView);
    for (const label of ['Datasets', 'Train', 'Runs', 'Classify', 'Settings…']) {
      const [item, ...others] = items.filter((candidate) => candidate.label === label);
      expect(others).toEqual([]);
      (item?.click as () => void)();
    }
    expect(showView.mock.calls.flat()).toEqual(['datasets', 'train', 'runs', 'classify', 'settings']);
    const keys = items.flatMap(({ accelerator }) => accelerator ?? []);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('offers reload and developer tools to developers alone', () => {
    const roles = (developerTools: boolean) => itemsFor('linux', developerTools).flatMap(({ role }) => role ?? []);
    expect(roles(true)).toEqual(expect.arrayContaining(['reload', 'toggleDevTools']));
    for (const role of ['reload', 'forceReload', 'toggleDevTools']) expect(roles(false)).not.toContain(role);
  });

  it.each(['linux', 'darwin'] as const)('has one way to quit and one to About on %s', (platform) => {
    const items = itemsFor(platform, false);
    expect(items.filter(({ role }) => role === 'quit')).toHaveLength(1);
    expect(items.filter(({ label }) => label?.startsWith('About'))).toHaveLength(1);
  });
});
