import type { MenuItemConstructorOptions } from 'electron';
import { afterEach, describe, expect, it, vi } from 'vitest';

vi.mock('electron', () => ({ app: {}, Menu: {}, shell: {} }));
const { menuTemplate } = await import('./menu');
const { speak } = await import('./texts');
const { wordsIn } = await import('../../../shared/words/words');
const [en, ko] = [wordsIn(() => 'en').desktop, wordsIn(() => 'ko').desktop];

afterEach(() => {
  speak('en');
});

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

  it.each(['linux', 'darwin', 'win32'] as const)('names everything in Korean on %s, roles included', (platform) => {
    speak('ko');
    for (const { label, type, role } of itemsFor(platform, true)) {
      if (type !== 'separator' && role !== 'appMenu') expect(label, role).toMatch(/[가-힣]/);
    }
  });

  it('has letters to press but on macOS', () => {
    const titles = (platform: NodeJS.Platform) =>
      menuTemplate(
        { developerTools: false, showView: vi.fn(), showHelp: vi.fn(), logFile: 'log.txt' },
        platform,
      ).flatMap(({ label }) => label ?? []);
    expect(titles('win32')).toEqual(['&File', '&Edit', '&View', '&Window', '&Help']);
    speak('ko');
    expect(titles('linux')).toEqual(['파일(&F)', '편집(&E)', '보기(&V)', '창(&W)', '도움말(&H)']);
    expect(titles('darwin')).toEqual(['파일', '편집', '보기', '창', '도움말']);
  });

  it('leaves the names of roles in English to Electron', () => {
    expect(itemsFor('linux', true).filter(({ role, label }) => role && label)).toHaveLength(3);
  });
});

describe('the texts of menu and dialogs', () => {
  it('have the same keys in each language, and none is empty', () => {
    const flat = (texts: object, prefix = ''): [string, string][] =>
      Object.entries(texts).flatMap(([key, value]) =>
        typeof value === 'string' ? [[prefix + key, value]] : flat(value as object, `${prefix}${key}.`),
      );
    const keys = ({ menu, dialogs }: typeof en) => flat({ menu, dialogs }).map(([key]) => key);
    expect(keys(ko)).toEqual(keys(en));
    for (const [key, text] of [...flat(en), ...flat(ko)]) expect(text.trim(), key).not.toBe('');
  });
});
