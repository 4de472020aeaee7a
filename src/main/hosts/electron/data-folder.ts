import { dialog } from 'electron';
import { constants, promises as files } from 'node:fs';
import { isAbsolute } from 'node:path';
import { messageOf, UserError } from '../../../shared/errors';
import { dataFolder } from '../../files/data-folder';
import { systemDialogs } from './dialogs';
import type { SettingsStore } from './settings';
import { spoken, texts } from './texts';

/** @throws UserError where `folder` cannot hold datasets and runs. */
export async function requireWritableFolder(folder: string): Promise<void> {
  if (!isAbsolute(folder)) throw new UserError(`${folder} is not a full path. Choose a folder with its full path.`);
  try {
    await files.mkdir(folder, { recursive: true });
    await files.access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (thrown) {
    throw new UserError(`${folder} cannot be used as the data folder: ${messageOf(thrown)}. Choose another folder.`);
  }
}

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
      const { response } = await dialog.showMessageBox({
        type: 'warning',
        message: spoken(messageOf(thrown)),
        buttons,
      });
      const chosen = response === 0 ? await systemDialogs(() => null)('dataFolder') : null;
      if (!chosen?.[0]) return null;
      settings.change({ dataFolder: chosen[0] });
    }
  }
}
