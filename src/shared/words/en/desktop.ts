import type { MenuItemConstructorOptions } from 'electron';
import { training } from './en-training';

type Role = NonNullable<MenuItemConstructorOptions['role']>;

/** The texts of menu, dialogs, notifications and tray. Electron itself names its roles in English. */
export const en = {
  ...training,
  roles: {} as Partial<Record<Role, string>>,
  /** Where macOS calls them otherwise. */
  macRoles: {} as Partial<Record<Role, string>>,
  menu: {
    file: '&File',
    edit: '&Edit',
    view: '&View',
    window: '&Window',
    help: '&Help',
    substitutions: 'Substitutions',
    speech: 'Speech',
    views: { datasets: 'Datasets', train: 'Train', runs: 'Runs', classify: 'Classify' },
    settings: 'Settings…',
    about: 'About Residual Studio',
    macAbout: 'About Residual Studio',
    shortcuts: 'Keyboard Shortcuts',
    tour: 'Take the Tour',
    log: 'Show Log',
  },
  dialogs: {
    dataset: { title: 'Import a dataset', buttonLabel: 'Import' },
    pictures: { title: 'Classify pictures', buttonLabel: 'Classify' },
    runs: { title: 'Import runs', buttonLabel: 'Import' },
    saveRun: { title: 'Export the run', buttonLabel: 'Export' },
    saveReport: { title: 'Save the report', buttonLabel: 'Save' },
    runFiles: 'Runs',
    dataFolder: { title: 'Folder for datasets and runs', buttonLabel: 'Use this folder' },
    pictureFiles: 'Pictures',
    allFiles: 'All files',
    chooseAnotherFolder: 'Choose Another Folder…',
    quit: 'Quit',
    notStarted: 'Residual Studio could not start',
  },
};

export type Texts = typeof en;
