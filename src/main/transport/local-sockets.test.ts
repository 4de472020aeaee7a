import { fork } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Peer } from '../../shared/rpc/peer';
import { ownIdentity } from '../files/process-identity';
import { connectLocally, type LocalListener, listenLocally, livingEndpoints } from './local-sockets';

describe('a local socket', () => {
  let home = '';
  let listeners: LocalListener[] = [];
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'sockets-'));
  });
  afterEach(async () => {
    for (const listener of listeners) await listener.close();
    listeners = [];
    await rm(home, { recursive: true });
  });

  async function listen(folder = home) {
    const listener = await listenLocally(folder, (carrier) => {
      new Peer(carrier).answer('double', (input) => Number(input) * 2);
    });
    listeners.push(listener);
    return listener;
  }

  /** The one process that listens. */
  async function endpoint(folder = home) {
    const [found, ...others] = await livingEndpoints(folder);
    if (!found || others.length > 0) throw new Error('there is not just one');
    return found;
  }

  async function double(value: number, folder = home) {
    const peer = new Peer(await connectLocally(await endpoint(folder)));
    try {
      return await peer.request('double', value);
    } finally {
      peer.close();
    }
  }

  const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);

  it('is found in the data folder, answers, and leaves nothing behind', async () => {
    const listener = await listen();
    expect(await endpoint()).toMatchObject({ version: 1, ...ownIdentity() });
    expect(await Promise.all([double(1), double(2)])).toEqual([2, 4]);
    await listener.close();
    listeners = [];
    expect([await livingEndpoints(home), await readdir(home)]).toEqual([[], []]);
  });

  it('can be opened by its user alone, whatever the folder allowed before', async () => {
    await mkdir(join(home, 'sockets'));
    await chmod(join(home, 'sockets'), 0o777);
    await listen();
    const { socket } = await endpoint();
    expect([await modeOf(socket), await modeOf(join(home, 'sockets'))]).toEqual(['600', '700']);
  });

  it('lies in a folder of its own where the path to the data folder is too long for one', async () => {
    const long = join(home, 'a'.repeat(100));
    await mkdir(long);
    const listener = await listen(long);
    const { socket } = await endpoint(long);
    expect(Buffer.byteLength(socket)).toBeLessThan(104);
    expect(socket.startsWith(long)).toBe(false);
    expect([await modeOf(socket), await modeOf(dirname(socket))]).toEqual(['600', '700']);
    expect(await double(4, long)).toBe(8);
    await listener.close();
    listeners = [];
    await expect(stat(dirname(socket))).rejects.toThrow('ENOENT');
    expect(await readdir(long)).toEqual([]);
  });

  it('ends its connections when it is closed', async () => {
    const listener = await listen();
    const carrier = await connectLocally(await endpoint());
    const closed = new Promise<void>((resolve) => carrier.onClose(() => resolve()));
    carrier.onMessage(() => undefined);
    await listener.close();
    listeners = [];
    await closed;
  });

  let left = 0;
  /** Leaves what a process leaves that was killed: a socket that nobody listens on, and its record. */
  async function leave(change: object) {
    const socket = join(home, 'sockets', `${(left += 1)}.sock`);
    await mkdir(dirname(socket), { recursive: true });
    const script = `require('net').createServer().listen(${JSON.stringify(socket)}, () => process.send('on'))`;
    const child = fork('-', { execArgv: ['-e', script], stdio: 'ignore' });
    await new Promise((resolve) => child.once('message', resolve));
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
    const record = { version: 1, ...ownIdentity(), pid: child.pid, socket, ...change };
    await writeFile(join(home, 'sockets', `${child.pid}-abcd.json`), JSON.stringify(record));
    expect((await stat(socket)).isSocket()).toBe(true);
    return socket;
  }

  it('of a process that was killed is swept away', async () => {
    await leave({});
    expect(await livingEndpoints(home)).toEqual([]);
    expect(await readdir(home)).toEqual([]);
  });

  it('of a process whose number another one has got is swept away', async () => {
    await leave({ pid: process.pid, started: 'long ago' });
    await listen();
    expect(await double(1)).toBe(2);
    expect(await readdir(join(home, 'sockets'))).toHaveLength(2);
  });

  it('of another machine is left alone, and so is what a record names that is no socket', async () => {
    await leave({ host: 'elsewhere' });
    expect(await livingEndpoints(home)).toEqual([]);
    expect(await readdir(join(home, 'sockets'))).toHaveLength(2);
    const precious = join(home, 'weights');
    await writeFile(precious, 'precious');
    await leave({ socket: precious });
    expect(await livingEndpoints(home)).toEqual([]);
    expect(await readFile(precious, 'utf8')).toBe('precious');
  });

  it('that nobody can understand is passed over', async () => {
    await mkdir(join(home, 'sockets'));
    for (const [index, text] of ['', '{"version": 1', '{"version": 1, "pid": -1}'].entries()) {
      await writeFile(join(home, 'sockets', `${index}-ab.json`), text);
    }
    expect(await livingEndpoints(home)).toEqual([]);
  });

  it('that is not listened on refuses', async () => {
    await expect(connectLocally({ socket: join(home, 'nothing') })).rejects.toThrow('ENOENT');
  });

  describe('whose other end', () => {
    /** A server that does to each connection what the test says. */
    async function raw(connected: (socket: Socket) => void) {
      const sockets: Socket[] = [];
      const server = createServer((connection) => {
        sockets.push(connection);
        connected(connection);
      });
      const socket = join(home, 'raw');
      await new Promise<void>((resolve) => server.listen(socket, resolve));
      const carrier = await connectLocally({ socket });
      const messages: unknown[] = [];
      carrier.onMessage((message) => messages.push(message));
      const closed = new Promise<Error | undefined>((resolve) => carrier.onClose(resolve));
      const end = () => {
        for (const one of sockets) one.destroy();
        return new Promise((resolve) => server.close(resolve));
      };
      return { carrier, messages, closed, end };
    }

    function frame(value: unknown, claimed?: number): Buffer {
      const body = Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));
      const header = Buffer.alloc(4);
      header.writeUInt32BE(claimed ?? body.length);
      return Buffer.concat([header, body]);
    }

    it('sends in pieces is understood, and so are many messages in one piece', async () => {
      const all = Buffer.concat([{ text: 'é' }, [], 3].map((value) => frame(value)));
      const { messages, closed, end } = await raw((socket) => {
        socket.setNoDelay();
        const send = (index: number): void => {
          if (index === all.length) return void socket.end(all);
          socket.write(all.subarray(index, index + 1), () => setImmediate(send, index + 1));
        };
        send(0);
      });
      expect(await closed).toBeUndefined();
      expect(messages).toEqual([{ text: 'é' }, [], 3, { text: 'é' }, [], 3]);
      await end();
    });

    it.each([
      ['announces a huge message', frame('x', 2 ** 31), /larger than any may be/],
      ['sends what is no JSON', frame('{'), /JSON/],
    ])('%s is left', async (_, bytes, reason) => {
      const { messages, closed, end } = await raw((socket) => void socket.on('error', () => undefined).write(bytes));
      expect((await closed)?.message).toMatch(reason);
      expect(messages).toEqual([]);
      await end();
    });

    it('does not read is left before too much waits for it', async () => {
      const { carrier, closed, end } = await raw((socket) => void socket.pause());
      const value = 'x'.repeat(2 ** 24);
      for (let count = 0; count < 5; count += 1) carrier.send({ type: 'event', name: 'news', value });
      expect((await closed)?.message).toContain('has not read');
      await end();
    });

    it('is sent nothing that is too large', async () => {
      const { carrier, closed, end } = await raw((socket) => void socket.resume());
      const value = 'x'.repeat(2 ** 25);
      expect(() => carrier.send({ type: 'event', name: 'news', value })).toThrow('too large');
      carrier.close();
      await closed;
      await end();
    });
  });
});
