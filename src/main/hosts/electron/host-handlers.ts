import type { BrowserWindow } from 'electron';
import { join } from 'node:path';
import type { HostService } from '../../../shared/contract/host';
import type { Settings } from '../../../shared/contract/settings';
import type { HandlersOf } from '../../../shared/rpc/service';
import { requireWritableFolder } from '../../files/data-folder';
import { findFormerData, moveFormerData } from '../../studio/former-data';
import type { GivenPaths } from '../../studio/given-paths';
import type { Host } from '../../studio/host';
import { reportRun } from '../../studio/run-report';
import type { openServices } from '../../studio/services';
import { safeFileName } from '../../../shared/runs/file-name';
import { exists } from '../../files/file-errors';
import { chooseTarget, choosePaths } from './dialogs';
import { spokenNow } from './texts';

interface Options {
  readonly services: Pick<ReturnType<typeof openServices>, 'library' | 'evaluations' | 'runs'>;
  readonly host: Pick<Host, 'settings' | 'settingsChanged'>;
  readonly given: Pick<GivenPaths, 'give'>;
  readonly dataFolder: string;
  readonly studioVersion: string;
  readonly window: () => BrowserWindow | null;
}

/** What the window asks of the desktop: the dialogs of the system. They ask whether a file that is there is replaced. */
export function hostHandlers(options: Options): HandlersOf<HostService> {
  const { services, host, given, dataFolder, studioVersion, window } = options;
  const { library, evaluations, runs } = services;
  const keepDataFolder = (folder: string): Settings => {
    const now = host.settings.change({ dataFolder: folder, formerDataFolder: dataFolder });
    host.settingsChanged(now);
    return now;
  };
  const fileNameOf = async (run: string): Promise<string> => safeFileName((await runs.summary(run)).name, run);
  return {
    'host.choose': async (wanted) => {
      const paths = await choosePaths(wanted, window());
      given.give(paths ?? []);
      return paths;
    },
    'host.chooseDataFolder': async () => {
      const [folder] = (await choosePaths('dataFolder', window())) ?? [];
      if (folder === undefined) return null;
      await requireWritableFolder(folder);
      return keepDataFolder(folder);
    },
    'host.useUsualDataFolder': () => keepDataFolder(''),
    'host.formerData': () => findFormerData(host.settings.read().formerDataFolder, dataFolder),
    'host.moveFormerData': async () => {
      const moved = await moveFormerData(host.settings.read().formerDataFolder, dataFolder);
      host.settings.change({ formerDataFolder: '' });
      return moved;
    },
    'host.leaveFormerData': () => void host.settings.change({ formerDataFolder: '' }),
    'host.saveRun': async ({ run }) => {
      const path = await chooseTarget('run', `${await fileNameOf(run)}.zip`, window());
      if (path !== null) await library.export(run, path, { replace: true });
      return path;
    },
    'host.saveRuns': async ({ runs: wanted }) => {
      const [folder] = (await choosePaths('exportFolder', window())) ?? [];
      if (folder === undefined) return null;
      for (const run of wanted) await library.export(run, await freePath(folder, await fileNameOf(run)));
      return folder;
    },
    'host.saveReport': async ({ run }) => {
      const path = await chooseTarget('report', `${await fileNameOf(run)}.html`, window());
      const options = { dataFolder, evaluations, studioVersion };
      if (path !== null) await reportRun(run, { path, language: spokenNow() }, options);
      return path;
    },
  };
}

/** Path of a zip that is not there yet: a number tells it from one of the same name. */
async function freePath(folder: string, name: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const path = join(folder, number === 1 ? `${name}.zip` : `${name} (${number}).zip`);
    if (!(await exists(path))) return path;
  }
}
