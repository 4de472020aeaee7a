import { join } from 'node:path';
import type { Manifest } from '../../../shared/contract/dataset';
import { isActive } from '../../../shared/contract/run';
import { UserError } from '../../../shared/errors';
import { sampleFolderName, type DatasetStore } from '../../datasets';
import type { RunService } from '../../training/run-service';
import type { ChoosePaths } from '../dialogs';
import type { Handlers } from '../dispatch';
import type { Publish } from '../ipc';
import { ProgressStream } from '../progress-stream';

interface Services {
  datasets: DatasetStore;
  runs: RunService;
  resources: string;
  choosePaths: ChoosePaths;
  publish: Publish;
  /** Ends an import, as when the studio is closed. */
  signal: AbortSignal;
}

type DatasetHandlers = Handlers<
  | 'datasets.list'
  | 'datasets.choose'
  | 'datasets.import'
  | 'datasets.importSample'
  | 'datasets.samples'
  | 'datasets.remove'
>;

export function datasetHandlers({
  datasets,
  runs,
  resources,
  choosePaths,
  publish,
  signal,
}: Services): DatasetHandlers {
  let importing = false;

  async function importPaths(paths: string[], name?: string): Promise<Manifest> {
    if (importing) throw new UserError('Another dataset is being imported. Wait until it is done, then try again.');
    importing = true;
    const progress = new ProgressStream((value) => publish('datasets.progress', value));
    try {
      return await datasets.import(paths, { name, signal, onProgress: (value) => progress.push(value) });
    } finally {
      importing = false;
      progress.end();
      publish('datasets.changed', null);
    }
  }

  async function refuseWhileNeeded(dataset: string): Promise<void> {
    const unfinished = (await runs.list()).filter(({ state }) => state === 'queued' || isActive(state));
    for (const { run, name } of unfinished) {
      const { config } = await runs.read(run, Number.MAX_SAFE_INTEGER);
      if (config.dataset.id === dataset) {
        throw new UserError(`The run ${name} needs ${config.dataset.name}. Stop the run first.`);
      }
    }
  }

  return {
    'datasets.list': () => datasets.list(),
    'datasets.choose': () => choosePaths('dataset'),
    'datasets.import': ({ paths }) => importPaths(paths),
    'datasets.importSample': () => importPaths([join(resources, sampleFolderName)]),
    'datasets.samples': ({ dataset, perClass }) => datasets.samples(dataset, perClass),
    'datasets.remove': async ({ dataset }) => {
      await refuseWhileNeeded(dataset);
      await datasets.remove(dataset);
      publish('datasets.changed', null);
    },
  };
}
