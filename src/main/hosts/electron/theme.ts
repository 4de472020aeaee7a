import { nativeTheme, type BrowserWindow } from 'electron';
import type { Settings } from '../../../shared/contract/settings';

/** The look's ground colours: what shows before the page has drawn itself. */
const ground = { dark: '#0f1216', light: '#f4f5f7' };

export function applyTheme(theme: Settings['theme']): void {
  nativeTheme.themeSource = theme;
}

export function groundColour(): string {
  return nativeTheme.shouldUseDarkColors ? ground.dark : ground.light;
}

/** Keeps the window's own background with the theme, so that resizing never flashes the other one. */
export function followTheme(window: BrowserWindow): void {
  const paint = () => window.setBackgroundColor(groundColour());
  nativeTheme.on('updated', paint);
  window.once('closed', () => nativeTheme.off('updated', paint));
}
