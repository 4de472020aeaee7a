import { dialog } from 'electron';
import { wordsOf } from '../../../shared/errors';
import { dataFolder, requireWritableFolder } from '../../files/data-folder';
import { choosePaths } from './dialogs';
import type { SettingsStore } from './settings';
import { said, texts } from './texts';

/**
 * The folder of datasets and runs, after the settings. Where it cannot be used, as when its disk is not there, asks
 * for another one.
 * @returns null where the user would rather quit.
 */
export async function openDataFolder(settings: SettingsStore): Promise<string | null> {
  for (;;) {
    const folder = dataFolder(settings.read().dataFolder);
    try {
      await requireWritableFolder(folder);
      return folder;
    } catch (thrown) {
      const { chooseAnotherFolder, quit } = texts().dialogs;
      const buttons = [chooseAnotherFolder, quit];
      const { response } = await dialog.showMessageBox({ type: 'warning', message: said(wordsOf(thrown)), buttons });
      const chosen = response === 0 ? await choosePaths('dataFolder', null) : null;
      if (!chosen?.[0]) return null;
      settings.change({ dataFolder: chosen[0] });
    }
  }
}
