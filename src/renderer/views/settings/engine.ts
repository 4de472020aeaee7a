/** What draws the window, from its user agent: "Electron 45.4.1, Chromium 142.0.1.2" */
export function pageEngine(userAgent: string): string {
  const electron = /\bElectron\/(\S+)/.exec(userAgent)?.[1];
  const chromium = /\bChrome\/(\S+)/.exec(userAgent)?.[1];
  const parts = [electron && `Electron ${electron}`, chromium && `Chromium ${chromium}`].filter(Boolean);
  return parts.length > 0 ? parts.join(', ') : userAgent;
}
