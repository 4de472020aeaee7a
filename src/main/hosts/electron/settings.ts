import './newer-array-methods';
import { ipcMain } from 'electron';
import ElectronStore from 'electron-store';
import { readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { settingsSchema, type Settings } from '../../../shared/contract/settings';
import { messageOf } from '../../../shared/errors';
import type { Log } from '../../studio/log';

/**
 * The settings in `<folder>/settings.json`; a file that cannot be understood is put aside and the usual ones hold.
 * @throws Error where the folder cannot be written.
 */
export function openSettings(folder: string, log: Log): SettingsStore {
  const broken = putBrokenSettingsAside(folder);
  if (broken) log.write('settings', `put aside as settings.broken.json: ${broken}`);
  return new SettingsStore(folder);
}

export class SettingsStore {
  readonly #store: ElectronStore<Settings>;

  constructor(folder: string) {
    this.#store = new ElectronStore<Settings>({ cwd: folder, name: 'settings' });
    // electron-store opens a channel of its own to renderers; the contract is the only one here.
    ipcMain.removeAllListeners('electron-store-get-data');
  }

  read(): Settings {
    return settingsSchema.parse(this.#store.store);
  }

  /** @returns all settings after the change. */
  change(change: Partial<Settings>): Settings {
    this.#store.set(change);
    return this.read();
  }
}

/**
 * Renames a settings file that cannot be understood to settings.broken.json: nothing that somebody wrote is lost.
 * @returns why it was put aside; null where the file is sound or missing.
 */
export function putBrokenSettingsAside(folder: string): string | null {
  const file = join(folder, 'settings.json');
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return null;
  }
  try {
    settingsSchema.parse(JSON.parse(text));
    return null;
  } catch (thrown) {
    renameSync(file, join(folder, 'settings.broken.json'));
    return messageOf(thrown);
  }
}
