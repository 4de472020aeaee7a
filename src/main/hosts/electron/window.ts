import { BrowserWindow, screen, type Rectangle } from 'electron';
import type { Settings } from '../../../shared/contract/settings';
import { pageUrl } from './page';
import { rendererPreferences } from './security';
import type { SettingsStore } from '../../studio/host';
import { followTheme, groundColour } from './theme';

interface Options {
  settings: SettingsStore;
  preload: string;
  icon: string;
  developerTools: boolean;
}

/** The studio's window, where it was last; it appears once its page has been drawn. */
export function openWindow({ settings, preload, icon, developerTools }: Options): BrowserWindow {
  const place = settings.read().window;
  const window = new BrowserWindow({
    ...visiblePlace(
      place,
      screen.getAllDisplays().map((display) => display.workArea),
    ),
    minWidth: 1024,
    minHeight: 700,
    title: 'Residual Studio',
    icon,
    show: false,
    backgroundColor: groundColour(),
    webPreferences: { ...rendererPreferences, preload, devTools: developerTools },
  });
  if (place.maximized) window.maximize();
  followTheme(window);
  window.once('ready-to-show', () => window.show());
  window.on('page-title-updated', (event) => event.preventDefault());
  window.on('close', () => {
    settings.change({ window: { ...window.getNormalBounds(), maximized: window.isMaximized() } });
  });
  void window.loadURL(pageUrl);
  return window;
}

/** The place that was kept, without its position where no display would show the window's title bar any more. */
export function visiblePlace(place: Settings['window'], displays: Rectangle[]): Partial<Rectangle> {
  const { x, y, width, height } = place;
  const isVisible = (area: Rectangle) =>
    x !== undefined &&
    y !== undefined &&
    x + width > area.x + 100 &&
    x < area.x + area.width - 100 &&
    y >= area.y - 20 &&
    y < area.y + area.height - 50;
  return displays.some(isVisible) ? { x, y, width, height } : { width, height };
}
