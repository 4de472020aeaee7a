import { app, dialog, session } from 'electron';
import { join, resolve } from 'node:path';
import { version } from '../../package.json';
import { openDataFolder } from './app/data-folder';
import { saveDialogs, systemDialogs } from './app/dialogs';
import { classifyHandlers } from './app/handlers/classify';
import { datasetHandlers } from './app/handlers/datasets';
import { deviceHandlers } from './app/handlers/device';
import { layerHandlers } from './app/handlers/layers';
import { runHandlers } from './app/handlers/runs';
import { settingsHandlers } from './app/handlers/settings';
import { speedHandlers } from './app/handlers/speed';
import { publisher, serveRequests } from './app/ipc';
import { closeBeforeQuit, keepWindow } from './app/lifecycle';
import { openLog } from './app/log';
import { setMenu } from './app/menu';
import { declarePageScheme, servePage } from './app/page';
import { placesOf, settingsFolder } from './app/places';
import { refuseTheOutside } from './app/security';
import { openSettings } from './app/settings';
import { applyTheme } from './app/theme';
import { systemTrash } from './app/trash';
import { utilityLauncher } from './app/utility';
import { openWindow } from './app/window';
import { DatasetStore } from './datasets';
import { InspectorService } from './inference/inspector-service';
import { deviceEnvironment, trainingMemory } from './training/gpus';
import { RunLibrary } from './training/run-library';
import { RunService } from './training/run-service';
import { machineName, SpeedBook } from './training/speed-book';
import { messageOf } from '../shared/errors';

const developing = !app.isPackaged;
const places = placesOf(__dirname);
const home = process.env.RESIDUAL_STUDIO_HOME;
const folder = settingsFolder(home && resolve(home), app.getPath('appData'));

app.setName('Residual Studio');
app.setPath('userData', folder);
app.setPath('sessionData', join(folder, 'session'));
declarePageScheme();
if (app.requestSingleInstanceLock()) void app.whenReady().then(start).catch(giveUp);
else app.quit();

async function start(): Promise<void> {
  const logFile = join(folder, 'log.txt');
  const log = openLog(logFile);
  process.on('uncaughtExceptionMonitor', (thrown) => log.fault('main', thrown));
  refuseTheOutside(app, session.defaultSession, log);
  servePage(session.defaultSession, places.page);

  const settings = openSettings(folder, log);
  applyTheme(settings.read().theme);
  const dataFolder = await openDataFolder(settings);
  if (dataFolder === null) return app.quit();

  const checking = { log, checkAnswers: developing };
  const device = () => settings.read().device;
  const launch = utilityLauncher(places.processes, log, () => deviceEnvironment(device()));
  const imports = new AbortController();
  const datasets = new DatasetStore(dataFolder, join(places.processes, 'decoder.cjs'));
  const memory = () => trainingMemory(device());
  const runs = new RunService({ dataFolder, datasets, launch, memory, studioVersion: version });
  const library = new RunLibrary({
    dataFolder,
    trash: systemTrash(dataFolder, log),
    changed: (run) => runs.announce(run),
  });
  void library.empty();
  const inspector = new InspectorService(launch);
  const speeds = new SpeedBook(dataFolder, () => machineName(device()));
  closeBeforeQuit([{ close: () => imports.abort() }, runs, inspector, { close: () => library.empty() }], log);

  const window = keepWindow(() => openWindow({ ...places, settings, developerTools: developing }), log);
  const publish = publisher(() => window.current()?.webContents ?? null, checking);
  const showView = (view: string) => publish('view.show', { view });
  setMenu({ version, icon: places.icon, developerTools: developing, logFile, showView });
  const [choosePaths, chooseTarget] = [systemDialogs(window.current), saveDialogs(window.current)];
  serveRequests({
    ...checking,
    handlers: {
      ...deviceHandlers({ inspector, settings }),
      ...settingsHandlers({ settings, dataFolderInUse: dataFolder, studioVersion: version, choosePaths }),
      ...datasetHandlers({ datasets, runs, resources: places.resources, choosePaths, publish, signal: imports.signal }),
      ...runHandlers({ runs, library, choosePaths, chooseTarget, publish }),
      ...layerHandlers({ runs, inspector }),
      ...speedHandlers({ runs, inspector, speeds, memory }),
      ...classifyHandlers({ runs, inspector, choosePaths }),
    },
  });
}

function giveUp(thrown: unknown): void {
  dialog.showErrorBox('Residual Studio could not start', messageOf(thrown));
  app.exit(1);
}
