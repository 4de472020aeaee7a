import { describe, expect, it } from 'vitest';
import { openStudio, type Studio } from './studio';

/** The directive of the page's policy that refuses `action`. */
async function violation(studio: Studio, action: string): Promise<string> {
  return studio.page.evaluate(
    ({ action }) =>
      new Promise<string>((resolve) => {
        const listener = ({ effectiveDirective }: SecurityPolicyViolationEvent) => resolve(effectiveDirective);
        document.addEventListener('securitypolicyviolation', listener, { once: true });
        const actions: Record<string, () => void> = {
          eval: () => void setTimeout('window.evaluated = true'),
          inlineScript: () => {
            const script = document.createElement('script');
            script.textContent = 'window.evaluated = true';
            document.head.append(script);
          },
          markup: () => void (document.createElement('p').innerHTML = '<img src=x onerror="window.evaluated = true">'),
          remoteModule: () => {
            document.head.append(
              Object.assign(document.createElement('link'), { rel: 'modulepreload', href: 'https://example.org/a.js' }),
            );
          },
          inlineStyle: () => {
            const style = document.createElement('style');
            style.textContent = 'body { color: red }';
            document.head.append(style);
          },
          styleAttribute: () => document.body.setAttribute('style', 'color: red'),
          eventAttribute: () => {
            document.body.setAttribute('onclick', 'window.evaluated = true');
            document.body.click();
          },
          connection: () => void fetch('https://example.org/').catch(() => undefined),
          remoteImage: () => void (new Image().src = 'https://example.org/a.png'),
          frame: () => void document.body.append(Object.assign(document.createElement('iframe'), { src: 'data:,x' })),
        };
        try {
          actions[action]?.();
        } catch {
          // Some are refused with an exception as well.
        }
      }),
    { action },
  );
}

describe('the window', () => {
  it('has no Node and one object of the studio', async () => {
    const { page } = await openStudio();
    expect(await page.evaluate(() => Object.keys(window.bridge).sort())).toEqual(['onMessage', 'pathsOf', 'send']);
    expect(await page.evaluate(() => Object.keys(window.studio).sort())).toEqual(['on', 'pathsOf', 'request']);
    const session = await page.context().newCDPSession(page);
    const worlds: { id: number; name: string }[] = [];
    session.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context));
    await session.send('Runtime.enable');
    // The page's own world, that of the preload script and those of the test itself.
    expect(worlds.map(({ name }) => name)).toContain('Electron Isolated Context');
    for (const { id, name } of worlds) {
      const expression = '[typeof require, typeof process, typeof Buffer, typeof module].join()';
      const { result } = await session.send('Runtime.evaluate', { expression, contextId: id });
      expect([name, result.value]).toEqual([name, 'undefined,undefined,undefined,undefined']);
    }
  });

  it('runs and loads nothing but its own files', async () => {
    const studio = await openStudio({ allowComplaints: true });
    const refused: Record<string, string> = {};
    for (const action of [
      'eval',
      'inlineScript',
      'markup',
      'remoteModule',
      'inlineStyle',
      'styleAttribute',
      'eventAttribute',
      'connection',
      'remoteImage',
      'frame',
    ]) {
      refused[action] = await violation(studio, action);
    }
    expect(refused).toEqual({
      eval: 'require-trusted-types-for',
      inlineScript: 'require-trusted-types-for',
      markup: 'require-trusted-types-for',
      remoteModule: 'script-src-elem',
      inlineStyle: 'style-src-elem',
      styleAttribute: 'style-src-attr',
      eventAttribute: 'require-trusted-types-for',
      connection: 'connect-src',
      remoteImage: 'img-src',
      frame: 'frame-src',
    });
    expect(await studio.page.evaluate(() => 'evaluated' in window)).toBe(false);
  });

  it('opens no other window and asks for no permission', async () => {
    const { page, app } = await openStudio({ allowComplaints: true });
    expect(await page.evaluate(() => window.open('https://example.org/') === null)).toBe(true);
    expect(await page.evaluate(() => window.open('about:blank') === null)).toBe(true);
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    expect(await page.evaluate(() => Notification.requestPermission())).toBe('denied');
    const query = (name: string) =>
      page.evaluate(async (name) => (await navigator.permissions.query({ name: name as 'geolocation' })).state, name);
    for (const name of ['geolocation', 'notifications', 'camera', 'microphone', 'midi']) {
      expect([name, await query(name)]).toEqual([name, 'denied']);
    }
  });

  it.each(['https://example.org/', 'file:///etc/hostname', 'data:text/html,<p>x</p>', 'studio://app/other.html'])(
    'does not go to %s',
    async (url) => {
      const { page, app } = await openStudio({ allowComplaints: true });
      await page.evaluate((url) => void (location.href = url), url);
      const shown = () => app.evaluate(({ webContents }) => webContents.getAllWebContents()[0]?.getURL());
      // A round trip through the page's own process comes after the refusal.
      await page.evaluate(() => window.studio.request('runs.list', undefined));
      expect(await shown()).toBe('studio://app/index.html');
    },
  );

  it('refuses malformed and unknown requests and goes on', async () => {
    const { page } = await openStudio();
    const ask = (name: string, input: unknown) =>
      page.evaluate(
        ([name, input]) =>
          window.studio.request(name as 'runs.list', input as undefined).then(
            () => 'answered',
            (thrown: Error) => thrown.message,
          ),
        [name, input] as const,
      );
    expect(await ask('datasets.import', { paths: 'x' })).toContain('paths');
    expect(await ask('datasets.import', { paths: [] })).toContain('paths');
    expect(await ask('settings.change', { theme: 'pink' })).toContain('theme');
    expect(await ask('runs.start', { dataset: 'd', variant: 'resnet20', batch: -1 })).toContain('batch');
    expect(await ask('datasets.remove', { dataset: '../..' })).not.toBe('answered');
    expect(await ask('runs.remove', { run: '../../..' })).not.toBe('answered');
    expect(await ask('constructor', undefined)).not.toBe('answered');
    expect(await ask('runs.list', undefined)).toBe('answered');
  });
});
