import type { HostService } from '../../../shared/contract/host';
import type { Settings } from '../../../shared/contract/settings';
import type { Emit } from '../../../shared/rpc/service';
import { deviceEnvironment } from '../../machine/gpus';
import type { Host, SettingsStore, TrainingHost } from '../../studio/host';
import type { Log } from '../../studio/log';
import type { KeptWindow } from './lifecycle';
import { endBody, endTitle, notify } from './notifications';
import { awakeKeeper } from './power';
import { texts } from './texts';
import { systemTrash } from './trash';
import { utilityLauncher } from './utility';

interface TrainingOptions {
  readonly icon: string;
  readonly settings: Pick<SettingsStore, 'read'>;
  readonly window: () => KeptWindow;
  /** To the page. */
  readonly publish: Emit<HostService>;
}

interface Options extends TrainingOptions {
  readonly settings: SettingsStore;
  readonly dataFolder: string;
  /** Folder of the compiled processes. */
  readonly processes: string;
  readonly log: Log;
  readonly settingsChanged: (settings: Settings) => void;
}

/** The desktop app as the program that a studio runs in. */
export function desktopHost(options: Options): Host {
  const { settings, dataFolder, processes, log, settingsChanged } = options;
  return {
    settings,
    settingsChanged,
    launch: utilityLauncher(processes, log, () => deviceEnvironment(settings.read().device)),
    trash: systemTrash(dataFolder, log),
    ...trainingHost(options),
  };
}

/** Keeps the machine awake, and tells by the system of runs that end while nobody looks at the window. */
export function trainingHost({ icon, settings, window, publish }: TrainingOptions): TrainingHost {
  function showRun(run: string): void {
    window().show();
    const contents = window().current()?.webContents;
    const open = () => publish('view.show', { view: 'runs', run });
    if (contents?.isLoading()) contents.once('did-finish-load', open);
    else open();
  }

  return {
    keepAwake: awakeKeeper(),
    tellEnd: (summary) => {
      const title = endTitle(summary, texts());
      if (title === null || window().current()?.isFocused() || !settings.read().notifications) return;
      notify({ title, body: endBody(summary, texts()), icon, onClick: () => showRun(summary.run) });
    },
  };
}
