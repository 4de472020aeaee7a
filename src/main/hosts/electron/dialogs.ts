import { app, dialog, type BrowserWindow, type OpenDialogOptions, type SaveDialogOptions } from 'electron';
import { join } from 'node:path';
import type { z } from 'zod';
import type { HostService } from '../../../shared/contract/host';
import { pictureSuffixes } from '../../../shared/picture-suffixes';
import { texts } from './texts';

/** What can be asked for in a system dialog. */
type Wanted = z.infer<HostService['requests']['host.choose']['input']> | 'dataFolder' | 'exportFolder';

const options = (): Record<Wanted, OpenDialogOptions> => ({
  dataset: {
    ...texts().dialogs.dataset,
    // Only macOS has one dialog for both files and folders.
    properties: process.platform === 'darwin' ? ['openDirectory', 'openFile', 'multiSelections'] : ['openDirectory'],
  },
  datasetFiles: { ...texts().dialogs.datasetFiles, properties: ['openFile', 'multiSelections'] },
  weights: {
    ...texts().dialogs.weights,
    properties: ['openFile'],
    filters: [
      { name: texts().dialogs.weightsFiles, extensions: ['safetensors'] },
      { name: texts().dialogs.allFiles, extensions: ['*'] },
    ],
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
  exportFolder: { ...texts().dialogs.exportFolder, properties: ['openDirectory', 'createDirectory'] },
  dataFolder: { ...texts().dialogs.dataFolder, properties: ['openDirectory', 'createDirectory'] },
});

/** What can be saved by a system dialog. */
type Saved = 'run' | 'report';

const saveOptions = (): Record<Saved, SaveDialogOptions> => ({
  run: { ...texts().dialogs.saveRun, filters: [{ name: texts().dialogs.runFiles, extensions: ['zip'] }] },
  report: { ...texts().dialogs.saveReport, filters: [{ name: 'HTML', extensions: ['html'] }] },
});

/**
 * Asks for the place of a new file, in the folder of downloads first.
 * @returns an absolute path; null where the dialog was dismissed.
 */
export async function chooseTarget(saved: Saved, name: string, window: BrowserWindow | null): Promise<string | null> {
  const options = { ...saveOptions()[saved], defaultPath: join(app.getPath('downloads'), name) };
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options));
  return canceled || !filePath ? null : filePath;
}

/** @returns absolute paths; null where the dialog was dismissed. */
export async function choosePaths(wanted: Wanted, window: BrowserWindow | null): Promise<string[] | null> {
  const asked = options()[wanted];
  const { canceled, filePaths } = await (window ? dialog.showOpenDialog(window, asked) : dialog.showOpenDialog(asked));
  return canceled ? null : filePaths;
}
