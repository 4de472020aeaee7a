import { DatasetStore } from '../datasets/store/store';
import { ImporterService } from './importer-service';
import { InspectorService } from './inspector-service';
import { RunEvaluations } from './run-evaluations';
import { trainingMemory } from '../machine/gpus';
import { QueueFile } from '../runs/queue/queue-file';
import { RunQueue } from './run-queue';
import { RunLibrary } from '../runs/run-library';
import { RunService } from './run-service';
import { machineName, SpeedBook } from '../machine/speed-book';
import { sweepUserFiles } from '../files/user-file';
import type { FileLock } from '../files/file-lock';
import type { Host } from './host';
import { instanceHandlers, serveInstances } from './instance-service';
import type { Log } from './log';
import { attendTraining, TrainingWatch } from './training-watch';

interface Options {
  dataFolder: string;
  /** The lock of the data folder. */
  held: FileLock;
  /** Another start of the studio on the same data folder wants the window. */
  showWindow: () => void;
  host: Host;
  studioVersion: string;
  log: Log;
}

/** What works behind the requests; `services` are to be closed before the studio ends. */
export function openServices({ dataFolder, held, showWindow, host, studioVersion, log }: Options) {
  const { launch, trash, settings } = host;
  const device = () => settings.read().device;
  const memory = () => trainingMemory(device());
  const importer = new ImporterService({ launch, dataFolder });
  const datasets = new DatasetStore(dataFolder, importer.readPictures);
  const waiting = new QueueFile(dataFolder);
  const { startFrom } = importer;
  const runs = new RunService({ dataFolder, datasets, launch, memory, startFrom, studioVersion, waiting });
  const library = new RunLibrary({
    dataFolder,
    trash,
    readArchive: (path) => importer.importRun(path),
    changed: (run) => runs.announce(run),
  });
  void library.empty();
  void sweepUserFiles(dataFolder);
  runs.followAll().catch((thrown: unknown) => log.fault('runs', thrown));
  const watch = new TrainingWatch(runs);
  attendTraining(watch, host);
  const queue = new RunQueue(dataFolder, waiting, runs);
  const inspector = new InspectorService(launch);
  const evaluations = new RunEvaluations({ dataFolder, datasets, inspector });
  const speeds = new SpeedBook(dataFolder, () => machineName(device()));
  const imports = new AbortController();
  const others = {
    turns: runs.turns,
    showWindow,
    runChanged: (run: string) => {
      runs.announce(run);
      runs.follow(run);
    },
    lookAtQueue: () => queue.look(),
  };
  const listening = serveInstances(dataFolder, instanceHandlers(others)).catch((thrown: unknown) => {
    log.fault('socket', thrown);
    return null;
  });
  const closeRuns = async () => {
    queue.close();
    await runs.close();
    await (await listening)?.close();
    // Not before: another studio would work on the same queue.
    await held.release();
  };
  const services = [
    { close: () => imports.abort() },
    { close: closeRuns },
    inspector,
    importer,
    { close: () => library.empty() },
  ];
  const { signal } = imports;
  return { datasets, importer, runs, watch, library, queue, inspector, evaluations, speeds, memory, signal, services };
}
