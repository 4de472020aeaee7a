import { DatasetStore } from '../datasets/store/store';
import { ImporterService } from './importer-service';
import { InspectorService } from './inspector-service';
import { RunEvaluations } from './run-evaluations';
import { deviceEnvironment, trainingMemory } from '../machine/gpus';
import { QueueFile } from '../runs/queue-file';
import { RunQueue } from './run-queue';
import { RunLibrary } from '../runs/run-library';
import { RunService } from './run-service';
import { machineName, SpeedBook } from '../machine/speed-book';
import type { FileLock } from '../files/file-lock';
import { instanceHandlers, serveInstances } from './instance-service';
import type { Log } from './log';
import type { SettingsStore } from '../hosts/electron/settings';
import { systemTrash } from '../hosts/electron/trash';
import { utilityLauncher } from '../hosts/electron/utility';

interface Options {
  dataFolder: string;
  /** The lock of the data folder. */
  held: FileLock;
  /** Another start of the studio on the same data folder wants the window. */
  showWindow: () => void;
  /** Folder of the compiled processes. */
  processes: string;
  settings: SettingsStore;
  studioVersion: string;
  log: Log;
}

/** What works behind the requests of the window; `services` are to be closed before the studio ends. */
export function openServices({ dataFolder, held, showWindow, processes, settings, studioVersion, log }: Options) {
  const device = () => settings.read().device;
  const memory = () => trainingMemory(device());
  const launch = utilityLauncher(processes, log, () => deviceEnvironment(device()));
  const importer = new ImporterService({ launch, dataFolder });
  const datasets = new DatasetStore(dataFolder, importer.readPictures);
  const waiting = new QueueFile(dataFolder);
  const runs = new RunService({ dataFolder, datasets, launch, memory, studioVersion, waiting });
  const library = new RunLibrary({
    dataFolder,
    trash: systemTrash(dataFolder, log),
    readArchive: (path) => importer.importRun(path),
    changed: (run) => runs.announce(run),
  });
  void library.empty();
  const queue = new RunQueue(dataFolder, waiting, runs);
  const inspector = new InspectorService(launch);
  const evaluations = new RunEvaluations({ dataFolder, datasets, inspector });
  const speeds = new SpeedBook(dataFolder, () => machineName(device()));
  const imports = new AbortController();
  const others = {
    turns: runs.turns,
    showWindow,
    runChanged: (run: string) => runs.announce(run),
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
  return {
    datasets,
    runs,
    library,
    queue,
    inspector,
    importer,
    evaluations,
    speeds,
    memory,
    signal: imports.signal,
    services,
  };
}
