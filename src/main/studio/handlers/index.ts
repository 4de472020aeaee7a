import type { Settings } from '../../../shared/contract/settings';
import type { ChoosePaths, ChooseTarget } from '../../hosts/electron/dialogs';
import type { Handlers } from '../dispatch';
import type { Publish } from '../../hosts/electron/ipc';
import type { openServices } from '../services';
import type { SettingsStore } from '../../hosts/electron/settings';
import { classifyHandlers } from './classify';
import { datasetHandlers } from './datasets';
import { deviceHandlers } from './device';
import { evaluationHandlers } from './evaluations';
import { layerHandlers } from './layers';
import { queueHandlers } from './queue';
import { reportHandlers } from './report';
import { runHandlers } from './runs';
import { settingsHandlers } from './settings';
import { speedHandlers } from './speed';

interface Options {
  readonly services: ReturnType<typeof openServices>;
  readonly settings: SettingsStore;
  readonly dataFolder: string;
  readonly resources: string;
  readonly studioVersion: string;
  readonly choosePaths: ChoosePaths;
  readonly chooseTarget: ChooseTarget;
  readonly publish: Publish;
  readonly changed: (settings: Settings) => void;
}

/** The answers to everything that the window asks. */
export function allHandlers({
  services,
  settings,
  dataFolder,
  resources,
  studioVersion,
  ...window
}: Options): Handlers {
  const { choosePaths, chooseTarget, publish, changed } = window;
  const { runs, library, queue, inspector, importer, evaluations, datasets, speeds, memory, signal } = services;
  return {
    ...deviceHandlers({ inspector, settings }),
    ...settingsHandlers({ settings, dataFolderInUse: dataFolder, studioVersion, choosePaths, changed }),
    ...datasetHandlers({ datasets, importer, runs, resources, choosePaths, publish, signal }),
    ...runHandlers({ runs, library, importer, choosePaths, chooseTarget, publish }),
    ...reportHandlers({ dataFolder, evaluations, studioVersion, chooseTarget }),
    ...queueHandlers(queue, publish),
    ...layerHandlers({ runs, inspector }),
    ...evaluationHandlers({ evaluations, publish }),
    ...speedHandlers({ runs, inspector, speeds, memory }),
    ...classifyHandlers({ runs, inspector, choosePaths }),
  };
}
