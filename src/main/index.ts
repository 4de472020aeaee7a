import { app, dialog, session } from 'electron';
import { join, resolve } from 'node:path';
import { version } from '../../package.json';
import { openDataFolder } from './hosts/electron/data-folder';
import { allHandlers } from './studio/handlers';
import { holdDataFolder } from './studio/data-lock';
import { saveDialogs, systemDialogs } from './hosts/electron/dialogs';
import { publisher, serveRequests } from './hosts/electron/ipc';
import { applyLanguage } from './hosts/electron/language';
import { closeBeforeQuit, keepWindow } from './hosts/electron/lifecycle';
import { openLog } from './studio/log';
import { setMenu } from './hosts/electron/menu';
import { declarePageScheme, servePage } from './hosts/electron/page';
import { placesOf, settingsFolder } from './hosts/electron/places';
import { refuseTheOutside } from './hosts/electron/security';
import { openServices } from './studio/services';
import { openSettings } from './hosts/electron/settings';
import { spoken, texts } from './hosts/electron/texts';
import { applyTheme } from './hosts/electron/theme';
import { guardTraining } from './hosts/electron/training-guard';
import { openWindow } from './hosts/electron/window';
import type { Settings } from '../shared/contract/settings';
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
  applyLanguage(settings.read().language);
  const dataFolder = await openDataFolder(settings);
  const held = dataFolder === null ? null : await holdDataFolder(dataFolder);
  if (dataFolder === null || held === null) return app.quit();

  const checking = { log, checkAnswers: developing };
  const studioVersion = version;
  let showWindow: () => void = () => undefined;
  const opened = openServices({
    ...places,
    dataFolder,
    held,
    showWindow: () => showWindow(),
    settings,
    studioVersion,
    log,
  });
  const { services, runs, queue } = opened;

  const window = keepWindow(() => openWindow({ ...places, settings, developerTools: developing }), log);
  const publish = publisher(() => window.current()?.webContents ?? null, checking);
  const leaving = guardTraining({ ...places, runs, queue, settings, log, window, publish });
  window.onClose = leaving.closeWindow;
  showWindow = window.show;
  closeBeforeQuit(services, log, leaving.mayQuit);
  const showView = (view: string) => publish('view.show', { view });
  const showHelp = (topic: 'shortcuts' | 'tour') => publish('help.show', { topic });
  const menu = { version, icon: places.icon, developerTools: developing, logFile, showView, showHelp };
  setMenu(menu);
  const changed = ({ theme, language }: Settings) => {
    applyTheme(theme);
    if (applyLanguage(language)) setMenu(menu);
  };
  const dialogs = { choosePaths: systemDialogs(window.current), chooseTarget: saveDialogs(window.current) };
  const serving = { services: opened, settings, dataFolder, resources: places.resources, studioVersion, publish };
  serveRequests({ ...checking, handlers: allHandlers({ ...serving, ...dialogs, changed }) });
  await queue.begin().catch((thrown: unknown) => log.fault('queue', thrown));
}

function giveUp(thrown: unknown): void {
  dialog.showErrorBox(texts().dialogs.notStarted, spoken(messageOf(thrown)));
  app.exit(1);
}
