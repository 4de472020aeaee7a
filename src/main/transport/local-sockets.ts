import { randomBytes } from 'node:crypto';
import { chmod, lstat, mkdir, mkdtemp, readdir, readFile, rm, rmdir } from 'node:fs/promises';
import { createConnection, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import type { Carrier } from '../../shared/rpc/carrier';
import { writeDurably } from '../files/durable-file';
import { isGoingOn, ownIdentity, processIdentitySchema } from '../files/process-identity';
import { SocketCarrier } from './socket-carrier';

/** `<data folder>/sockets/<process>-<token>.json`: a process that listens, and where. A newer version may say more. */
const endpointSchema = processIdentitySchema.extend({
  version: z.int(),
  /** Path of its socket, or name of its pipe. */
  socket: z.string(),
});
export type Endpoint = z.infer<typeof endpointSchema>;

/** The system's limit for the path of a socket, without the zero at its end: macOS has the lower one. */
const longestPath = 103;
const shortPrefix = 'residual-studio-';

const folderOf = (dataFolder: string): string => join(dataFolder, 'sockets');
const isWindows = process.platform === 'win32';

/** A socket that other processes of this user can connect to. */
export class LocalListener {
  readonly #server: Server;
  readonly #record: string;
  readonly #socket: string;
  readonly #connections: ReadonlySet<Socket>;

  constructor(server: Server, record: string, socket: string, connections: ReadonlySet<Socket>) {
    this.#server = server;
    this.#record = record;
    this.#socket = socket;
    this.#connections = connections;
  }

  /** Ends every connection, and leaves nothing behind. */
  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    for (const socket of this.#connections) socket.destroy();
    await closed;
    await removeEndpoint(this.#record, this.#socket);
  }
}

/**
 * Listens on a socket of its own for the processes that work on the same data folder. Only this user may open it.
 * @throws the system's error where no socket can be made.
 */
export async function listenLocally(dataFolder: string, accept: (carrier: Carrier) => void): Promise<LocalListener> {
  const folder = folderOf(dataFolder);
  await livingEndpoints(dataFolder);
  const name = `${process.pid}-${randomBytes(4).toString('hex')}`;
  const record = join(folder, `${name}.json`);
  let refusal: unknown;
  for (const place of placesFor(folder, name)) {
    let socket: string | null = null;
    try {
      socket = await place();
      // The record is there first, so that whatever a kill leaves of the socket can be found by it.
      await mkdir(folder, { recursive: true });
      await chmod(folder, 0o700);
      const endpoint: Endpoint = { version: 1, ...ownIdentity(), socket };
      await writeDurably(record, [`${JSON.stringify(endpoint)}\n`]);
      const connections = new Set<Socket>();
      const server = await listen(socket, (connection) => {
        connections.add(connection);
        connection.once('close', () => connections.delete(connection));
        accept(new SocketCarrier(connection));
      });
      return new LocalListener(server, record, socket, connections);
    } catch (thrown) {
      refusal = thrown;
      await removeEndpoint(record, socket).catch(() => undefined);
    }
  }
  throw refusal;
}

/** Where a socket can be made, the best place first: some paths are too long, and some file systems have no sockets. */
function placesFor(folder: string, name: string): (() => Promise<string>)[] {
  if (isWindows) return [() => Promise.resolve(`\\\\.\\pipe\\${shortPrefix}${name}`)];
  const near = join(folder, `${name}.sock`);
  const temporary = [process.env.XDG_RUNTIME_DIR, tmpdir(), '/tmp'].flatMap((parent) => (parent ? [parent] : []));
  // Such a folder is its user's alone from the beginning.
  const far = temporary.map((parent) => async () => join(await mkdtemp(join(parent, shortPrefix)), 's'));
  return Buffer.byteLength(near) <= longestPath ? [() => Promise.resolve(near), ...far] : far;
}

async function listen(path: string, connected: (socket: Socket) => void): Promise<Server> {
  const server = createServer(connected);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
  try {
    if (!isWindows) await chmod(path, 0o600);
  } catch (thrown) {
    server.close();
    throw thrown;
  }
  // A connection that could not be taken is the other side's to notice.
  server.on('error', (error) => console.error(error));
  return server;
}

/** The processes of this machine that listen for others on the data folder; what killed ones have left is removed. */
export async function livingEndpoints(dataFolder: string): Promise<Endpoint[]> {
  const folder = folderOf(dataFolder);
  const names = (await readdir(folder).catch((): string[] => [])).filter((name) => /^\d+-[0-9a-f]+\.json$/.test(name));
  const found = await Promise.all(
    names.map(async (name) => {
      const endpoint = await readEndpoint(join(folder, name));
      if (!endpoint) return [];
      const isLiving = isGoingOn(endpoint);
      // That of another machine is that machine's to remove.
      if (isLiving === false) await removeEndpoint(join(folder, name), endpoint.socket).catch(() => undefined);
      return isLiving ? [endpoint] : [];
    }),
  );
  return found.flat();
}

/** @throws the system's error where nobody listens there. */
export function connectLocally({ socket }: Pick<Endpoint, 'socket'>): Promise<Carrier> {
  return new Promise((resolve, reject) => {
    const connection = createConnection(socket);
    connection.once('error', reject);
    connection.once('connect', () => {
      connection.off('error', reject);
      resolve(new SocketCarrier(connection));
    });
  });
}

async function readEndpoint(path: string): Promise<Endpoint | null> {
  try {
    return endpointSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return null;
  }
}

/** Removes the record of a process, its socket where that is one, and the folders that are empty then. */
async function removeEndpoint(record: string, socket: string | null): Promise<void> {
  if (socket !== null && !isWindows) {
    const isSocket = await lstat(socket).then(
      (stats) => stats.isSocket(),
      () => false,
    );
    if (isSocket) await rm(socket, { force: true });
    if (basename(dirname(socket)).startsWith(shortPrefix)) await rmdir(dirname(socket)).catch(() => undefined);
  }
  await rm(record, { force: true });
  await rmdir(dirname(record)).catch(() => undefined);
}
