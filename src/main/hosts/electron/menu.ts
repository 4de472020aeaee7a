import { app, Menu, shell, type MenuItemConstructorOptions } from 'electron';
import { roleName, texts } from './texts';

interface Options {
  version: string;
  icon: string;
  developerTools: boolean;
  showView: (view: string) => void;
  showHelp: (topic: 'shortcuts' | 'tour') => void;
  logFile: string;
}

type Item = MenuItemConstructorOptions;
type Role = NonNullable<Item['role']>;

const views = ['datasets', 'train', 'runs', 'classify'] as const;
const separator: Item = { type: 'separator' };

/** Sets the application's menu after the conventions of the platform, in the language in use, and what About shows. */
export function setMenu(options: Options): void {
  app.setAboutPanelOptions({ applicationName: app.name, applicationVersion: options.version, iconPath: options.icon });
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(options, process.platform)));
}

export function menuTemplate(
  { developerTools, showView, showHelp, logFile }: Omit<Options, 'version' | 'icon'>,
  platform: NodeJS.Platform,
): Item[] {
  const isMac = platform === 'darwin';
  const { menu } = texts();
  const item = (role: Role): Item => roleItem(role, isMac);
  const title = (text: string) => (isMac ? withoutMnemonic(text) : text);
  const settings: Item = { label: menu.settings, accelerator: 'CmdOrCtrl+,', click: () => showView('settings') };
  const about: Item = { label: isMac ? menu.macAbout : menu.about, click: () => app.showAboutPanel() };
  const viewItems = views.map((view, index): Item => {
    return { label: menu.views[view], accelerator: `CmdOrCtrl+${index + 1}`, click: () => showView(view) };
  });
  const developerItems = developerTools ? [separator, item('reload'), item('toggleDevTools')] : [];
  return [
    ...(isMac ? [macMenu(about, settings)] : []),
    {
      label: title(menu.file),
      submenu: [
        { label: menu.importFiles, accelerator: 'CmdOrCtrl+O', click: () => showView('import') },
        { label: menu.importFolder, accelerator: 'CmdOrCtrl+Shift+O', click: () => showView('importFolder') },
        separator,
        ...(isMac ? [item('close')] : [settings, separator, item('quit')]),
      ],
    },
    { role: 'editMenu', label: title(menu.edit), submenu: isMac ? macEditItems() : editItems() },
    {
      label: title(menu.view),
      submenu: [
        ...viewItems,
        separator,
        ...(['resetZoom', 'zoomIn', 'zoomOut'] as const).map(item),
        separator,
        item('togglefullscreen'),
        ...developerItems,
      ],
    },
    {
      role: 'windowMenu',
      label: title(menu.window),
      submenu: [item('minimize'), item('zoom'), ...(isMac ? [separator, item('front')] : [item('close')])],
    },
    {
      role: 'help',
      label: title(menu.help),
      submenu: [
        { label: menu.shortcuts, click: () => showHelp('shortcuts') },
        { label: menu.tour, click: () => showHelp('tour') },
        separator,
        { label: menu.log, click: () => shell.showItemInFolder(logFile) },
        ...(isMac ? [] : [about]),
      ],
    },
  ];
}

/** What Electron does by itself, with its own name for it where the language has none. */
function roleItem(role: Role, isMac: boolean): Item {
  const label = roleName(role, isMac);
  return label === undefined ? { role } : { role, label };
}

/** macOS has no letters to press in its menus: "&File" and "파일(&F)" without theirs. */
function withoutMnemonic(text: string): string {
  return text.replace(/\(&.\)|&/, '');
}

function editItems(): Item[] {
  const item = (role: Role) => roleItem(role, false);
  return [
    ...[item('undo'), item('redo'), separator, item('cut'), item('copy'), item('paste'), item('delete')],
    ...[separator, item('selectAll')],
  ];
}

function macEditItems(): Item[] {
  const { menu } = texts();
  const item = (role: Role) => roleItem(role, true);
  const items = (roles: readonly Role[]) => roles.map(item);
  return [
    ...[item('undo'), item('redo'), separator],
    ...items(['cut', 'copy', 'paste', 'pasteAndMatchStyle', 'delete', 'selectAll']),
    separator,
    {
      label: menu.substitutions,
      submenu: [
        ...[item('showSubstitutions'), separator],
        ...items(['toggleSmartQuotes', 'toggleSmartDashes', 'toggleTextReplacement']),
      ],
    },
    { label: menu.speech, submenu: items(['startSpeaking', 'stopSpeaking']) },
  ];
}

function macMenu(about: Item, settings: Item): Item {
  const item = (role: Role) => roleItem(role, true);
  return {
    role: 'appMenu',
    submenu: [
      ...[about, separator, settings, separator, item('services'), separator],
      ...[item('hide'), item('hideOthers'), item('unhide'), separator, item('quit')],
    ],
  };
}
