import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { RequestName } from '../src/shared/contract/studio';
import { openStudio, sampleFolder, type Studio } from './studio';

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
    const studio = await openStudio();
    expect(await ask(studio, 'datasets.import', { paths: 'x' })).toContain('paths');
    expect(await ask(studio, 'datasets.import', { paths: [] })).toContain('paths');
    expect(await ask(studio, 'settings.change', { theme: 'pink' })).toContain('theme');
    expect(await ask(studio, 'runs.start', { dataset: 'd', variant: 'resnet20', batch: -1 })).toContain('batch');
    expect(await ask(studio, 'datasets.remove', { dataset: '../..' })).not.toContain('answered');
    expect(await ask(studio, 'runs.remove', { run: '../../..' })).not.toContain('answered');
    expect(await ask(studio, 'constructor', undefined)).not.toContain('answered');
    expect(await ask(studio, 'runs.list', undefined)).toContain('answered');
  });
});

/** Every request of the contract that takes a path, about a path. */
const about: Partial<Record<RequestName, (path: string) => unknown>> = {
  'datasets.preview': (path) => ({ paths: [path] }),
  'datasets.import': (path) => ({ paths: [path] }),
  'runs.import': (path) => ({ path }),
  'runs.areArchives': (path) => ({ paths: [path] }),
  'runs.start': (path) => ({ dataset: 'd', variant: 'resnet20', weights: path }),
  'classify.pictures': (path) => ({ run: 'r', paths: [path], top: 1 }),
  'layers.inspect': (path) => ({ run: 'r', layer: 'conv1', picture: { path } }),
};

/** What a page that is not the studio's own would ask, and hear. */
async function ask({ page }: Studio, name: string, input: unknown): Promise<string> {
  return page.evaluate(
    ([name, input]) =>
      (window.studio.request as (name: string, input: unknown) => Promise<unknown>)(name, input).then(
        (answer) => `answered ${JSON.stringify(answer)}`,
        (thrown: Error) => thrown.message,
      ),
    [name, input] as const,
  );
}

describe('a page that asks for what it was not given', () => {
  it('is refused in the same words, whatever is there', async () => {
    const studio = await openStudio();
    const answers = new Set<string>();
    for (const [name, input] of Object.entries(about)) {
      for (const path of [
        '/etc/passwd',
        '/etc',
        '/',
        '/not/there',
        studio.home,
        sampleFolder,
        '../..',
        '\\\\host\\share',
      ]) {
        answers.add(await ask(studio, name, input(path)));
      }
    }
    expect([...answers]).toEqual([expect.stringContaining('nobody has given to it')]);
  });

  it('cannot give itself a file that it made up', async () => {
    const studio = await openStudio();
    const made = await studio.page.evaluate(() => {
      const path = '/etc/passwd';
      const own = Object.defineProperty(new File(['x'], path), 'path', { value: path });
      class Made extends File {
        readonly path = path;
      }
      Object.defineProperty(File.prototype, 'path', { value: path, configurable: true });
      const files: unknown[] = [{ path, name: 'passwd' }, own, new Made([], path), path, null, new Blob(['x'])];
      const paths = files.flatMap((file) => {
        try {
          return window.bridge.pathsOf([file as File]);
        } catch {
          return [];
        }
      });
      window.bridge.send({ given: [path] } as never);
      window.bridge.send({ said: null, given: [path] } as never);
      return paths;
    });
    expect(made).toEqual([]);
    expect(await ask(studio, 'runs.areArchives', { paths: ['/etc/passwd'] })).toContain('nobody has given to it');
  });

  it('has what was dropped on it and what was chosen, and nothing beside', async () => {
    const studio = await openStudio();
    const folder = mkdtempSync(join(tmpdir(), 'residual-studio-given-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    for (const name of ['dropped', 'chosen', 'beside']) mkdirSync(join(folder, name));
    symlinkSync(join(folder, 'beside'), join(folder, 'dropped', 'link'));
    await studio.drop(join(folder, 'dropped'));
    await studio.give(join(folder, 'chosen'));
    const isGiven = async (path: string): Promise<boolean> =>
      (await ask(studio, 'runs.areArchives', { paths: [join(folder, path)] })) === 'answered false';
    await expect.poll(() => isGiven('dropped')).toBe(true);
    for (const path of ['dropped/inside', 'chosen', 'chosen/inside'])
      expect([path, await isGiven(path)]).toEqual([path, true]);
    for (const path of ['', 'beside', 'dropped/../beside', 'dropped/link', 'dropped/link/inside']) {
      expect([path, await isGiven(path)]).toEqual([path, false]);
    }
  });

  it('moves the data nowhere and fills no disk with its settings', async () => {
    const studio = await openStudio();
    expect(await ask(studio, 'settings.change', { dataFolder: '/etc', theme: 'dark' })).toContain('"dataFolder":""');
    expect(await ask(studio, 'settings.change', { lastView: 'x'.repeat(2_000_000) })).toContain('lastView');
    const kept = readFileSync(join(studio.home, 'settings', 'settings.json'), 'utf8');
    expect(kept.length).toBeLessThan(4096);
    expect(kept).not.toContain('/etc');
  });
});

describe('a page that floods the studio', () => {
  it('keeps nobody else waiting', async () => {
    const studio = await openStudio({ allowComplaints: true });
    await studio.app.evaluate(() => {
      const kept = globalThis as unknown as { worst: number; watch: NodeJS.Timeout };
      let last = performance.now();
      kept.worst = 0;
      kept.watch = setInterval(() => {
        const now = performance.now();
        kept.worst = Math.max(kept.worst, now - last);
        last = now;
      }, 5);
    });
    const answers = await studio.page.evaluate(async () => {
      const inputs: unknown[] = [{}, { dataset: 7 }, { dataset: Array(500).fill(7) }, null];
      const asked = Array.from({ length: 5000 }, (_, index) =>
        window.studio.request('datasets.remove', inputs[index % inputs.length] as never).then(
          () => 'answered',
          () => 'refused',
        ),
      );
      return [...new Set(await Promise.all(asked))];
    });
    expect(answers).toEqual(['refused']);
    const worst = await studio.app.evaluate(() => {
      const kept = globalThis as unknown as { worst: number; watch: NodeJS.Timeout };
      clearInterval(kept.watch);
      return kept.worst;
    });
    // Milliseconds that anything else in the main process had to wait: 60 on an idle machine, 6,000 without limits.
    expect(worst).toBeLessThan(3000);
    expect(await studio.request('runs.list', undefined)).toEqual([]);
  });
});
