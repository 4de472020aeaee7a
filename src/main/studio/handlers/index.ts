import type { Handlers, Publish } from '../door';
import type { openServices } from '../services';
import type { Host } from '../host';
import { datasetHandlers } from './datasets';
import { deviceHandlers } from './device';
import { evaluationHandlers } from './evaluations';
import { questionHandlers } from './questions';
import { queueHandlers } from './queue';
import { runHandlers } from './runs';
import { settingsHandlers } from './settings';
import { speedHandlers } from './speed';

interface Options {
  readonly services: ReturnType<typeof openServices>;
  readonly host: Pick<Host, 'settings' | 'settingsChanged'>;
  readonly dataFolder: string;
  readonly resources: string;
  readonly studioVersion: string;
  readonly publish: Publish;
}

/** The answers to everything that somebody who is connected asks. */
export function allHandlers({ services, host, dataFolder, resources, studioVersion, publish }: Options): Handlers {
  const { settings } = host;
  const { runs, library, queue, inspector, importer, evaluations, datasets, speeds, memory, signal } = services;
  return {
    ...deviceHandlers({ inspector, settings }),
    ...settingsHandlers({ host, dataFolderInUse: dataFolder, studioVersion }),
    ...datasetHandlers({ datasets, importer, runs, resources, publish, signal }),
    ...runHandlers({ runs, library, importer, publish }),
    ...queueHandlers(queue, publish),
    ...evaluationHandlers({ evaluations, publish }),
    ...speedHandlers({ runs, inspector, speeds, memory }),
    ...questionHandlers({ runs, inspector }),
  };
}
