import { dialog, type BrowserWindow, type OpenDialogOptions } from 'electron';
import { texts } from './texts';

/** What can be asked for in a system dialog. */
type Wanted = 'dataset' | 'pictures' | 'dataFolder';

/** @returns absolute paths; null where the dialog was dismissed. */
export type ChoosePaths = (wanted: Wanted) => Promise<string[] | null>;

const pictureTypes = ['png', 'jpg', 'jpeg', 'webp', 'gif', 'bmp', 'avif'];

const options = (): Record<Wanted, OpenDialogOptions> => ({
  dataset: {
    ...texts().dialogs.dataset,
    // Only macOS has one dialog for both files and folders.
    properties: process.platform === 'darwin' ? ['openDirectory', 'openFile', 'multiSelections'] : ['openDirectory'],
  },
  pictures: {
    ...texts().dialogs.pictures,
    properties: ['openFile', 'multiSelections'],
    filters: [
      { name: texts().dialogs.pictureFiles, extensions: pictureTypes },
      { name: texts().dialogs.allFiles, extensions: ['*'] },
    ],
  },
  dataFolder: {
    ...texts().dialogs.dataFolder,
    properties: ['openDirectory', 'createDirectory'],
  },
});

export function systemDialogs(window: () => BrowserWindow | null): ChoosePaths {
  return async (wanted) => {
    const parent = window();
    const asked = options()[wanted];
    const { canceled, filePaths } = await (parent
      ? dialog.showOpenDialog(parent, asked)
      : dialog.showOpenDialog(asked));
    return canceled ? null : filePaths;
  };
}
