import { app, dialog, type BrowserWindow, type OpenDialogOptions, type SaveDialogOptions } from 'electron';
import { join } from 'node:path';
import { pictureSuffixes } from '../../../shared/picture-suffixes';
import { texts } from './texts';

/** What can be asked for in a system dialog. */
type Wanted = 'dataset' | 'pictures' | 'runs' | 'dataFolder';

/** @returns absolute paths; null where the dialog was dismissed. */
export type ChoosePaths = (wanted: Wanted) => Promise<string[] | null>;

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
      { name: texts().dialogs.pictureFiles, extensions: [...pictureSuffixes] },
      { name: texts().dialogs.allFiles, extensions: ['*'] },
    ],
  },
  runs: {
    ...texts().dialogs.runs,
    properties: ['openFile', 'multiSelections'],
    filters: [{ name: texts().dialogs.runFiles, extensions: ['zip'] }],
  },
  dataFolder: { ...texts().dialogs.dataFolder, properties: ['openDirectory', 'createDirectory'] },
});

/** What can be saved by a system dialog. */
type Saved = 'run' | 'report';

/** @returns an absolute path; null where the dialog was dismissed. */
export type ChooseTarget = (saved: Saved, name: string) => Promise<string | null>;

const saveOptions = (): Record<Saved, SaveDialogOptions> => ({
  run: { ...texts().dialogs.saveRun, filters: [{ name: texts().dialogs.runFiles, extensions: ['zip'] }] },
  report: { ...texts().dialogs.saveReport, filters: [{ name: 'HTML', extensions: ['html'] }] },
});

/** Asks for the place of a new file, in the folder of downloads first. */
export function saveDialogs(window: () => BrowserWindow | null): ChooseTarget {
  return async (saved, name) => {
    const options = { ...saveOptions()[saved], defaultPath: join(app.getPath('downloads'), name) };
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
    const asked = options()[wanted];
    const { canceled, filePaths } = await (parent
      ? dialog.showOpenDialog(parent, asked)
      : dialog.showOpenDialog(asked));
    return canceled ? null : filePaths;
  };
}
