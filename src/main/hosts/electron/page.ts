import { protocol, type Session } from 'electron';
import { promises as files } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';
import { contentSecurityPolicy } from './security';

const scheme = 'studio';
export const pageOrigin = `${scheme}://app`;
export const pageUrl = `${pageOrigin}/index.html`;

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** A scheme of its own gives the page an origin of its own, without the file access of file://. Before the app is ready. */
export function declarePageScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true } }]);
}

/** Serves the files below `folder`, and nothing else, under {@link pageOrigin}. */
export function servePage(session: Session, folder: string): void {
  if ('handle' in session.protocol) {
    session.protocol.handle(scheme, async (request) => {
      const { status, headers, data } = await readPage(folder, request.url);
      return new Response(Uint8Array.from(data), { status, headers });
    });
  } else {
    // Electron 24 and older.
    const { protocol } = session as Session;
    protocol.registerBufferProtocol(scheme, (request, answer) => {
      void readPage(folder, request.url).then(({ status, headers, data }) => {
        answer({ statusCode: status, headers, mimeType: headers['Content-Type'].split(';')[0], data });
      });
    });
  }
}

interface PageFile {
  status: number;
  headers: Record<'Content-Type' | 'Content-Security-Policy' | 'X-Content-Type-Options', string>;
  data: Buffer;
}

/** The answer to a request for `url`: the file, or status 404 for whatever is not a known kind of file below `folder`. */
export async function readPage(folder: string, url: string): Promise<PageFile> {
  const path = pathBelow(folder, url);
  const type = path === null ? undefined : types[extname(path)];
  const data = path === null || type === undefined ? null : await files.readFile(path).catch(() => null);
  return {
    status: data ? 200 : 404,
    headers: {
      'Content-Type': (data && type) || 'text/plain; charset=utf-8',
      'Content-Security-Policy': contentSecurityPolicy,
      'X-Content-Type-Options': 'nosniff',
    },
    data: data ?? Buffer.from('There is no such file.'),
  };
}

function pathBelow(folder: string, url: string): string | null {
  try {
    const { host, pathname } = new URL(url);
    const path = normalize(join(folder, decodeURIComponent(pathname)));
    return host === 'app' && path.startsWith(folder + sep) && !path.includes('\0') ? path : null;
  } catch {
    return null;
  }
}
