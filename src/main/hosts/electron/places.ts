import { join } from 'node:path';

/** Where the parts of an installed or built studio lie; `mainFolder` is that of the bundled main process. */
export function placesOf(mainFolder: string) {
  const root = join(mainFolder, '..', '..');
  return {
    processes: mainFolder,
    page: join(root, 'out', 'renderer'),
    preload: join(root, 'out', 'preload', 'index.cjs'),
    resources: join(root, 'resources'),
    icon: join(root, 'resources', 'icons', 'icon.png'),
  };
}

/** The folder of settings and log: below the studio's home where that is moved, else the platform's usual one. */
export function settingsFolder(home: string | undefined, usual: string): string {
  return home ? join(home, 'settings') : join(usual, 'residual-studio');
}
