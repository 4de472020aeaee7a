import { app, dialog, session } from 'electron';
import { join, resolve } from 'node:path';
import { version } from '../../package.json';
import { openDataFolder } from './hosts/electron/data-folder';
import { allHandlers } from './studio/handlers';
import { holdDataFolder } from './studio/data-lock';
import { Door } from './studio/door';
import { GivenPaths } from './studio/given-paths';
import { admitPage } from './hosts/electron/connection';
import { desktopHost } from './hosts/electron/desktop-host';
import { hostHandlers } from './hosts/electron/host-handlers';
import { applyLanguage } from './hosts/electron/language';
import { closeBeforeQuit, keepWindow } from './hosts/electron/lifecycle';
import { openLog } from './studio/log';
import { setMenu } from './hosts/electron/menu';
import { declarePageScheme, servePage } from './hosts/electron/page';
import { placesOf, settingsFolder } from './hosts/electron/places';
import { refuseTheOutside } from './hosts/electron/security';
import { openServices } from './studio/services';
import { openSettings } from './hosts/electron/settings';
import { said, texts } from './hosts/electron/texts';
import { applyTheme } from './hosts/electron/theme';
import { guardTraining } from './hosts/electron/training-guard';
import { openWindow } from './hosts/electron/window';
import { host as hostService, type HostService } from '../shared/contract/host';
import type { Settings } from '../shared/contract/settings';
import { wordsOf } from '../shared/errors';
import type { Carrier } from '../shared/rpc/carrier';
import { Audience, serve } from '../shared/rpc/service';

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

  const page = new Audience<HostService>();
  const { publish } = page;
  const showView = (view: string) => publish('view.show', { view });
  const showHelp = (topic: 'shortcuts' | 'tour') => publish('help.show', { topic });
  const menu = { version, icon: places.icon, developerTools: developing, logFile, showView, showHelp };
  const settingsChanged = ({ theme, language }: Settings) => {
    applyTheme(theme);
    if (applyLanguage(language)) setMenu(menu);
  };
  const studioVersion = version;
  const host = desktopHost({ ...places, dataFolder, settings, log, publish, settingsChanged, window: () => window });
  const services = openServices({ dataFolder, held, host, studioVersion, log, showWindow: () => window.show() });
  const { runs, queue, watch } = services;

  const door = new Door({ log, checkAnswers: developing });
  const { resources } = places;
  door.open(allHandlers({ services, host, dataFolder, resources, studioVersion, publish: door.publish }));
  const given = new GivenPaths();
  const current = () => window.current();
  const dialogs = hostHandlers({ services, host, given, dataFolder, studioVersion, window: current });
  const checks = { inputs: true, own: developing };
  const connect = (carrier: Carrier) => {
    const peer = door.connect(carrier, given);
    page.add(peer, serve(peer, hostService, dialogs, { checks }));
  };
  admitPage({ connect, give: (paths) => given.give(paths), log });

  const window = keepWindow(() => openWindow({ ...places, settings, developerTools: developing }), log);
  const leaving = guardTraining({ ...places, runs, queue, watch, settings, log, window });
  window.onClose = leaving.closeWindow;
  closeBeforeQuit(services.services, log, leaving.mayQuit);
  setMenu(menu);
  await queue.begin().catch((thrown: unknown) => log.fault('queue', thrown));
}

function giveUp(thrown: unknown): void {
  dialog.showErrorBox(texts().dialogs.notStarted, said(wordsOf(thrown)));
  app.exit(1);
}
