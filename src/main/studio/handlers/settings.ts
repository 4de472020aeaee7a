import type { Settings } from '../../../shared/contract/settings';
import { requireWritableFolder } from '../../hosts/electron/data-folder';
import type { ChoosePaths } from '../../hosts/electron/dialogs';
import type { Handlers } from '../dispatch';
import type { SettingsStore } from '../../hosts/electron/settings';

interface Services {
  settings: SettingsStore;
  dataFolderInUse: string;
  studioVersion: string;
  choosePaths: ChoosePaths;
  /** Tells of settings that were changed. */
  changed: (settings: Settings) => void;
}

type SettingsHandlers = Handlers<'settings.read' | 'settings.change' | 'settings.chooseDataFolder'>;

export function settingsHandlers({
  settings,
  dataFolderInUse,
  studioVersion,
  choosePaths,
  changed,
}: Services): SettingsHandlers {
  return {
    'settings.read': () => ({ ...settings.read(), dataFolderInUse, studioVersion }),
    'settings.change': async (change) => {
      if (change.dataFolder) await requireWritableFolder(change.dataFolder);
      const now = settings.change(change);
      changed(now);
      return now;
    },
    'settings.chooseDataFolder': async () => (await choosePaths('dataFolder'))?.[0] ?? null,
  };
}
