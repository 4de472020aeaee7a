import type { BrowserWindow } from 'electron';
import type { HostService } from '../../../shared/contract/host';
import type { HandlersOf } from '../../../shared/rpc/service';
import { reportRun } from '../../studio/run-report';
import type { openServices } from '../../studio/services';
import { chooseTarget, choosePaths } from './dialogs';
import { spokenNow } from './texts';

interface Options {
  readonly services: Pick<ReturnType<typeof openServices>, 'library' | 'evaluations'>;
  readonly dataFolder: string;
  readonly studioVersion: string;
  readonly window: () => BrowserWindow | null;
}

/** What the window asks of the desktop: the dialogs of the system. They ask whether a file that is there is replaced. */
export function hostHandlers({ services, dataFolder, studioVersion, window }: Options): HandlersOf<HostService> {
  const { library, evaluations } = services;
  return {
    'host.choose': (wanted) => choosePaths(wanted, window()),
    'host.saveRun': async ({ run }) => {
      const path = await chooseTarget('run', `${run}.zip`, window());
      if (path !== null) await library.export(run, path, { replace: true });
      return path;
    },
    'host.saveReport': async ({ run }) => {
      const path = await chooseTarget('report', `${run}.html`, window());
      const options = { dataFolder, evaluations, studioVersion };
      if (path !== null) await reportRun(run, { path, language: spokenNow() }, options);
      return path;
    },
  };
}
