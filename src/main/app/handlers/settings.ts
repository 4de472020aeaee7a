import { requireWritableFolder } from '../data-folder';
import type { ChoosePaths } from '../dialogs';
import type { Handlers } from '../dispatch';
import type { SettingsStore } from '../settings';
import { applyTheme } from '../theme';

interface Services {
  settings: SettingsStore;
  dataFolderInUse: string;
  studioVersion: string;
  choosePaths: ChoosePaths;
}

type SettingsHandlers = Handlers<'settings.read' | 'settings.change' | 'settings.chooseDataFolder'>;

export function settingsHandlers({
  settings,
  dataFolderInUse,
  studioVersion,
  choosePaths,
}: Services): SettingsHandlers {
  return {
    'settings.read': () => ({ ...settings.read(), dataFolderInUse, studioVersion }),
    'settings.change': async (change) => {
      if (change.dataFolder) await requireWritableFolder(change.dataFolder);
      const changed = settings.change(change);
      applyTheme(changed.theme);
      return changed;
    },
    'settings.chooseDataFolder': async () => (await choosePaths('dataFolder'))?.[0] ?? null,
  };
}
