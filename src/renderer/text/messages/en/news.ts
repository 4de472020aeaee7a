import { formatQuantity } from '../../format';

/** What is announced, and the titles of notices that no view shows itself. */
export const news = {
  settingsNotRead: 'The settings could not be read',
  runsNotRead: 'The runs could not be read',
  viewNotRemembered: 'The view was not remembered',
  nothingImported: 'Nothing was imported',
  imported: (name: string) => `${name} was imported.`,
  importCancelled: 'The import was cancelled; nothing was kept.',
  notClassified: 'The pictures were not classified',
  classified: (count: number) => `${formatQuantity(count, 'picture')} classified.`,
  run: {
    training: (name: string) => `${name} is training.`,
    paused: (name: string) => `${name} is paused.`,
    finished: (name: string) => `${name} is finished.`,
    stopped: (name: string) => `${name} was stopped.`,
    interrupted: (name: string) => `${name} was interrupted.`,
    failed: (name: string, reason: string | null) => (reason ? `${name} failed: ${reason}` : `${name} failed.`),
  },
};
