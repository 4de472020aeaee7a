import { dialog, type BrowserWindow, type OpenDialogOptions } from 'electron';

/** What can be asked for in a system dialog. */
type Wanted = 'dataset' | 'pictures' | 'dataFolder';

/** @returns absolute paths; null where the dialog was dismissed. */
export type ChoosePaths = (wanted: Wanted) => Promise<string[] | null>;

const pictureTypes = ['png', 'jpg', 'jpeg', 'webp', 'gif', 'bmp', 'avif'];

const options: Record<Wanted, OpenDialogOptions> = {
  dataset: {
    title: 'Import a dataset',
    buttonLabel: 'Import',
    // Only macOS has one dialog for both files and folders.
    properties: process.platform === 'darwin' ? ['openDirectory', 'openFile', 'multiSelections'] : ['openDirectory'],
  },
  pictures: {
    title: 'Classify pictures',
    buttonLabel: 'Classify',
    properties: ['openFile', 'multiSelections'],
    filters: [
      { name: 'Pictures', extensions: pictureTypes },
      { name: 'All files', extensions: ['*'] },
    ],
  },
  dataFolder: {
    title: 'Folder for datasets and runs',
    buttonLabel: 'Use this folder',
    properties: ['openDirectory', 'createDirectory'],
  },
};

export function systemDialogs(window: () => BrowserWindow | null): ChoosePaths {
  return async (wanted) => {
    const parent = window();
    const { canceled, filePaths } = await (parent
      ? dialog.showOpenDialog(parent, options[wanted])
      : dialog.showOpenDialog(options[wanted]));
    return canceled ? null : filePaths;
  };
}
