import { join } from 'node:path';
import type { Manifest } from '../../../shared/contract/dataset';
import { isActive } from '../../../shared/contract/run';
import { UserError } from '../../../shared/errors';
import { message } from '../../../shared/words/message';
import type { DatasetImportOptions } from '../../datasets/import/dataset-importer';
import { placesOf } from '../../datasets/store/samples';
import { sampleFolderName, type DatasetStore } from '../../datasets/store/store';
import type { ImporterService } from '../importer-service';
import type { RunService } from '../run-service';
import type { Handlers, Publish } from '../door';

interface Services {
  datasets: DatasetStore;
  importer: ImporterService;
  runs: RunService;
  resources: string;
  publish: Publish;
  /** Ends an import, as when the studio is closed. */
  signal: AbortSignal;
}

type Watch = Required<Pick<DatasetImportOptions, 'signal' | 'onProgress'>>;

type DatasetHandlers = Handlers<
  | 'datasets.list'
  | 'datasets.preview'
  | 'datasets.import'
  | 'datasets.update'
  | 'datasets.cancel'
  | 'datasets.importSample'
  | 'datasets.samples'
  | 'datasets.pictures'
  | 'datasets.variations'
  | 'datasets.remove'
>;

export function datasetHandlers({ datasets, importer, runs, resources, publish, signal }: Services): DatasetHandlers {
  let importing = false;
  /** Of the preview or the import that is on. */
  let current = new AbortController();
  signal.addEventListener('abort', () => current.abort());

  /** Does what reports its progress and can be cancelled; a preview that is on makes way. */
  async function watched<Result>(work: (watch: Watch) => Promise<Result>): Promise<Result> {
    if (importing) throw new UserError(message('imports.busy'));
    current.abort();
    current = new AbortController();
    if (signal.aborted) current.abort();
    try {
      // The importer holds back what comes too fast.
      return await work({ signal: current.signal, onProgress: (value) => publish('datasets.progress', value) });
    } finally {
      publish('datasets.progress', null);
    }
  }

  async function importWatched(work: (watch: Watch) => Promise<Manifest>): Promise<Manifest> {
    return watched(async (watch) => {
      importing = true;
      try {
        return await work(watch);
      } finally {
        importing = false;
      }
    }).finally(() => publish('datasets.changed', null));
  }

  /** The id of a dataset that may be changed, whether its id was given or its name. @throws UserError where a run needs it. */
  async function notNeeded(wanted: string): Promise<string> {
    const { id: dataset } = await datasets.read(wanted);
    const unfinished = (await runs.list()).filter(({ state }) => state === 'queued' || isActive(state));
    for (const { run, name } of unfinished) {
      const config = await runs.config(run);
      if (config.dataset.id === dataset) {
        throw new UserError(message('imports.inUse', { run: name, dataset: config.dataset.name }));
      }
    }
    return dataset;
  }

  return {
    'datasets.list': () => datasets.list(),
    'datasets.preview': ({ paths, options }) =>
      watched((watch) => importer.preview(paths, { ...watch, choices: options })),
    'datasets.import': ({ paths, options, name }) =>
      importWatched((watch) => importer.import(paths, { ...watch, name, choices: options })),
    'datasets.importSample': () =>
      importWatched((watch) => importer.import([join(resources, sampleFolderName)], watch)),
    'datasets.update': async ({ dataset }) => {
      const id = await notNeeded(dataset);
      return importWatched((watch) => importer.update(id, watch));
    },
    'datasets.cancel': () => void current.abort(),
    'datasets.samples': ({ dataset, perClass }) => datasets.samples(dataset, perClass),
    'datasets.pictures': ({ dataset, split, class: label, from, count }) =>
      datasets.pictures(dataset, split, (labels) => placesOf(labels, label, from + count).slice(from)),
    'datasets.variations': ({ dataset, ...options }) => datasets.variations(dataset, options),
    'datasets.remove': async ({ dataset }) => {
      await datasets.remove(await notNeeded(dataset));
      publish('datasets.changed', null);
    },
  };
}
