import { app, Menu, shell, type MenuItemConstructorOptions } from 'electron';

interface Options {
  version: string;
  icon: string;
  developerTools: boolean;
  showView: (view: string) => void;
  showHelp: (topic: 'shortcuts' | 'tour') => void;
  logFile: string;
}

type Item = MenuItemConstructorOptions;

const views = ['Datasets', 'Train', 'Runs', 'Classify'];
const separator: Item = { type: 'separator' };

/** Sets the application's menu after the conventions of the platform, and what About shows. */
export function setMenu(options: Options): void {
  app.setAboutPanelOptions({
    applicationName: app.name,
    applicationVersion: options.version,
    iconPath: options.icon,
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(options, process.platform)));
}

export function menuTemplate(
  { developerTools, showView, showHelp, logFile }: Omit<Options, 'version' | 'icon'>,
  platform: NodeJS.Platform,
): Item[] {
  const isMac = platform === 'darwin';
  const settings: Item = { label: 'Settings…', accelerator: 'CmdOrCtrl+,', click: () => showView('settings') };
  const about: Item = { label: 'About Residual Studio', click: () => app.showAboutPanel() };
  const viewItems = views.map((label, index): Item => {
    return { label, accelerator: `CmdOrCtrl+${index + 1}`, click: () => showView(label.toLowerCase()) };
  });
  const developerItems: Item[] = developerTools ? [separator, { role: 'reload' }, { role: 'toggleDevTools' }] : [];
  return [
    ...(isMac ? [macMenu(about, settings)] : []),
    { label: '&File', submenu: isMac ? [{ role: 'close' }] : [settings, separator, { role: 'quit' }] },
    { role: 'editMenu' },
    {
      label: '&View',
      submenu: [
        ...viewItems,
        separator,
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        separator,
        { role: 'togglefullscreen' },
        ...developerItems,
      ],
    },
    { role: 'windowMenu' },
    {
      role: 'help',
      submenu: [
        { label: 'Keyboard Shortcuts', click: () => showHelp('shortcuts') },
        { label: 'Take the Tour', click: () => showHelp('tour') },
        separator,
        { label: 'Show Log', click: () => shell.showItemInFolder(logFile) },
        ...(isMac ? [] : [about]),
      ],
    },
  ];
}

function macMenu(about: Item, settings: Item): Item {
  return {
    role: 'appMenu',
    submenu: [
      about,
      separator,
      settings,
      separator,
      { role: 'services' },
      separator,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      separator,
      { role: 'quit' },
    ],
  };
}
