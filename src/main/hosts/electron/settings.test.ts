import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

vi.mock('electron', () => ({ ipcMain: {} }));
vi.mock('electron-store', () => ({ default: vi.fn() }));
const { putBrokenSettingsAside } = await import('./settings');

describe('putBrokenSettingsAside', () => {
  let folder: string;
  const path = (name: string) => join(folder, name);
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'settings-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it.each(['{}', '{"theme":"dark"}', '{"theme":"light","later":1}'])('leaves %s alone', (text) => {
    writeFileSync(path('settings.json'), text);
    expect(putBrokenSettingsAside(folder)).toBeNull();
    expect(readFileSync(path('settings.json'), 'utf8')).toBe(text);
  });

  it('has nothing to do where there are no settings yet', () => {
    expect(putBrokenSettingsAside(folder)).toBeNull();
  });

  it.each(['', '{"theme":', '[]', '"dark"', '{"theme":"pink"}', '{"window":{"width":"wide"}}'])(
    'keeps %s beside and says why',
    (text) => {
      writeFileSync(path('settings.json'), text);
      expect(putBrokenSettingsAside(folder)).toEqual(expect.any(String));
      expect(existsSync(path('settings.json'))).toBe(false);
      expect(readFileSync(path('settings.broken.json'), 'utf8')).toBe(text);
    },
  );
});
