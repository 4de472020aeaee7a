import type { App, Session, WebContents } from 'electron';
import type { Log } from '../../studio/log';

/** Sent with every page and file of the studio: nothing inline, nothing from elsewhere, no connection anywhere. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  // Markup is set by Svelte's templates alone.
  "require-trusted-types-for 'script'",
  'trusted-types svelte-trusted-html',
].join('; ');

/** The renderer has no Node and no way out but the preload script's one object. */
export const rendererPreferences = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  webviewTag: false,
  allowRunningInsecureContent: false,
  navigateOnDragDrop: false,
  spellcheck: false,
} as const;

/** Refuses navigation, new windows, webviews and permissions for all that this process will ever show. */
export function refuseTheOutside(app: App, session: Session, log: Log): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    log.write('security', `refused the permission ${permission}`);
    answer(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  app.on('web-contents-created', (_event, contents) => confine(contents, log));
}

function confine(contents: WebContents, log: Log): void {
  const refuse = (event: { preventDefault(): void }, url: string) => {
    log.write('security', `refused to go to ${url}`);
    event.preventDefault();
  };
  contents.on('will-navigate', refuse);
  contents.on('will-redirect', refuse);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    log.write('security', `refused to open ${url}`);
    return { action: 'deny' };
  });
}
