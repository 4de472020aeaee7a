import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { DeviceChoice } from '../../../shared/contract/device';
import type { Manifest } from '../../../shared/contract/dataset';
import { UserError, wordsOf } from '../../../shared/errors';
import { message } from '../../../shared/words/message';
import type { DatasetImportOptions } from '../../datasets/import/dataset-importer';
import { dataFolder } from '../../files/data-folder';
import { DatasetStore } from '../../datasets/store/store';
import { ImporterService } from '../../studio/importer-service';
import { InspectorService } from '../../studio/inspector-service';
import { launchNodeChild, type LaunchProcess } from '../../launch/child';
import { checkDevice, deviceEnvironment, trainingMemory } from '../../machine/gpus';
import { QueueFile } from '../../runs/queue/queue-file';
import { RunLibrary } from '../../runs/run-library';
import { RunStore } from '../../runs/run-store';
import { OtherInstances } from '../../studio/other-instances';
import { RunService } from '../../studio/run-service';
import { sweepUserFiles } from '../../files/user-file';
import { plainTrash } from '../../files/trash';
import type { Context } from './context';
import { LiveLine } from './live-line';
import { StageRate } from '../../../shared/numbers/stage-rate';
import { tellProgress } from './progress-words';

export interface Services {
  readonly dataFolder: string;
  readonly datasets: DatasetStore;
  readonly importer: ImporterService;
  readonly runs: RunService;
  readonly library: RunLibrary;
  readonly inspector: InspectorService;
  /** Of the window: this process starts none of its runs. */
  readonly queue: QueueFile;
  /** The studio and command lines that work on the same data folder. */
  readonly others: OtherInstances;
}

interface ServiceOptions {
  /** Where the processes compute. */
  readonly device?: DeviceChoice;
  /** Runs are put into the window's queue instead of being trained here. */
  readonly queued?: boolean;
}

/**
 * Gives `use` the services that the window has as well; no process is left when it resolves.
 * @throws UserError where there is no such device.
 */
export async function withServices<Result>(
  context: Context,
  use: (services: Services) => Promise<Result>,
  { device = 'auto', queued = false }: ServiceOptions = {},
): Promise<Result> {
  await checkDevice(device);
  const environment = { ...process.env, ...deviceEnvironment(device) };
  const memory = (): Promise<number> => trainingMemory(device);
  const folder = dataFolder();
  const logFile = join(folder, 'log.txt');
  const launch: LaunchProcess = (entry) =>
    launchNodeChild(join(context.processes, `${entry}.cjs`), { environment, logFile });
  const importer = new ImporterService({ launch, dataFolder: folder });
  const datasets = new DatasetStore(folder, importer.readPictures);
  const queue = new QueueFile(folder);
  const others = new OtherInstances(folder, new RunStore(folder));
  // A studio that runs follows at once; without one the file is what the next one finds.
  queue.onChanged(() => others.queueChanged());
  const runs = new RunService({
    dataFolder: folder,
    datasets,
    launch,
    memory,
    startFrom: importer.startFrom,
    studioVersion: context.version,
    startsRuns: !queued,
    ...(queued ? { waiting: queue } : {}),
  });
  const library = new RunLibrary({
    dataFolder: folder,
    trash: plainTrash(folder),
    readArchive: (path) => importer.importRun(path),
  });
  const inspector = new InspectorService(launch);
  await sweepUserFiles(folder);
  try {
    return await use({ dataFolder: folder, datasets, importer, runs, library, inspector, queue, others });
  } finally {
    await Promise.all([runs.close(), inspector.close(), importer.close()]);
  }
}

/** Does what takes a while with a live line of progress; Ctrl-C cancels it, and nothing is kept. */
export async function withProgress<Result>(
  context: Context,
  work: (watch: Pick<DatasetImportOptions, 'onProgress' | 'signal'>) => Promise<Result>,
): Promise<Result> {
  const cancellation = new AbortController();
  const cancel = (): void => cancellation.abort();
  const line = new LiveLine(context);
  const rate = new StageRate();
  process.once('SIGINT', cancel);
  try {
    return await work({
      signal: cancellation.signal,
      onProgress: (progress) => line.show(tellProgress(progress, rate.measure(progress))),
    });
  } catch (error) {
    throw cancellation.signal.aborted ? new UserError(message('imports.cancelled')) : error;
  } finally {
    line.clear();
    process.removeListener('SIGINT', cancel);
  }
}

/** The dataset of that id or name; else what is at that path, imported where it is not in the store yet. */
export async function findDataset(
  context: Context,
  { datasets, importer }: Pick<Services, 'datasets' | 'importer'>,
  wanted: string,
): Promise<Manifest> {
  try {
    return await datasets.read(wanted);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    if (!existsSync(wanted)) throw new UserError(message('commandLine.noFileEither', { message: wordsOf(error) }));
  }
  return withProgress(context, (watch) => importer.import([resolve(wanted)], watch));
}
