import { app, dialog, type BrowserWindow, type OpenDialogOptions, type SaveDialogOptions } from 'electron';
import { join } from 'node:path';

/** What can be asked for in a system dialog. */
type Wanted = 'dataset' | 'pictures' | 'runs' | 'dataFolder';

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
  runs: {
    title: 'Import runs',
    buttonLabel: 'Import',
    properties: ['openFile', 'multiSelections'],
    filters: [{ name: 'Runs', extensions: ['zip'] }],
  },
  dataFolder: {
    title: 'Folder for datasets and runs',
    buttonLabel: 'Use this folder',
    properties: ['openDirectory', 'createDirectory'],
  },
};

/** What can be saved by a system dialog. */
type Saved = 'run';

/** @returns an absolute path; null where the dialog was dismissed. */
export type ChooseTarget = (saved: Saved, name: string) => Promise<string | null>;

const saveOptions: Record<Saved, SaveDialogOptions> = {
  run: { title: 'Export the run', buttonLabel: 'Export', filters: [{ name: 'Runs', extensions: ['zip'] }] },
};

/** Asks for the place of a new file, in the folder of downloads first. */
export function saveDialogs(window: () => BrowserWindow | null): ChooseTarget {
  return async (saved, name) => {
    const options = { ...saveOptions[saved], defaultPath: join(app.getPath('downloads'), name) };
    const parent = window();
    const { canceled, filePath } = await (parent
      ? dialog.showSaveDialog(parent, options)
      : dialog.showSaveDialog(options));
    return canceled || !filePath ? null : filePath;
  };
}

export function systemDialogs(window: () => BrowserWindow | null): ChoosePaths {
  return async (wanted) => {
    const parent = window();
    const { canceled, filePaths } = await (parent
      ? dialog.showOpenDialog(parent, options[wanted])
      : dialog.showOpenDialog(options[wanted]));
    return canceled ? null : filePaths;
  };
}
