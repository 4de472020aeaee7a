import { describe, expect, it, vi } from 'vitest';
import { UserError } from '../errors';
import { inEnglish } from '../words/english';
import { message, sentence } from '../words/message';
import { ClosedError } from './errors';
import { Peer, type Call, type PeerOptions } from './peer';
import { MemoryCarrier } from './testing';

function connect(options: PeerOptions = {}) {
  const [near, far] = MemoryCarrier.pair();
  const faults: [string, unknown][] = [];
  const fault = (where: string, thrown: unknown) => void faults.push([where, thrown]);
  return { near, far, faults, client: new Peer(near, { fault }), server: new Peer(far, { fault, ...options }) };
}

/** A request that is answered when the test says so. */
function held(server: Peer, name: string) {
  const calls: { input: unknown; call: Call; answer: (value: unknown) => void }[] = [];
  server.answer(name, (input, call) => new Promise((answer) => calls.push({ input, call, answer })));
  return calls;
}

const soon = () => new Promise((resolve) => setImmediate(resolve));

describe('Peer', () => {
  it('gives each request its own answer, in whatever order they come', async () => {
    const { client, server } = connect();
    const calls = held(server, 'double');
    const asked = [client.request('double', 1), client.request('double', 2)];
    await soon();
    for (const { input, answer } of [...calls].reverse()) answer(Number(input) * 2);
    expect(await Promise.all(asked)).toEqual([2, 4]);
  });

  it('asks in both directions at once', async () => {
    const { client, server } = connect();
    client.answer('who', () => 'client');
    server.answer('who', () => 'server');
    expect(await Promise.all([client.request('who', null), server.request('who', null)])).toEqual(['server', 'client']);
  });

  it('hands on how far a request is, and nothing after its answer', async () => {
    const { client, server } = connect();
    let late: Call | null = null;
    server.answer('count', async (_, call) => {
      late = call;
      call.progress(1);
      call.progress(2);
      return 3;
    });
    const onProgress = vi.fn();
    expect(await client.request('count', null, { onProgress })).toBe(3);
    (late as Call | null)?.progress(4);
    await soon();
    expect(onProgress.mock.calls).toEqual([[1], [2]]);
  });

  it('cancels by a signal, at once here and soon there', async () => {
    const { client, server } = connect();
    const calls = held(server, 'wait');
    const cancellation = new AbortController();
    const asked = client.request('wait', null, { signal: cancellation.signal });
    await soon();
    cancellation.abort(new Error('enough'));
    await expect(asked).rejects.toThrow('enough');
    await soon();
    expect(calls[0]?.call.signal.aborted).toBe(true);
    // An answer that comes nevertheless is nobody's.
    calls[0]?.answer('late');
    server.answer('next', () => 'next');
    expect(await client.request('next', null)).toBe('next');
    await expect(client.request('wait', null, { signal: cancellation.signal })).rejects.toThrow('enough');
    expect(calls).toHaveLength(1);
  });

  it('keeps the data of an error that somebody can mend', async () => {
    const { client, server } = connect();
    server.answer('fail', () => {
      throw new UserError(sentence('The disk is full. Make room.'), { option: '--elsewhere' });
    });
    const error: unknown = await client.request('fail', null).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UserError);
    expect(error).toMatchObject({ message: 'The disk is full. Make room.', option: '--elsewhere' });
  });

  it('keeps the words of an error for every language, and its English where it does not know them', async () => {
    const { near, client, server } = connect();
    const words = message('runs.unknown', { run: 'a' });
    server.answer('fail', () => {
      throw new UserError(words);
    });
    const asked = client.request('fail', null);
    await expect(asked).rejects.toMatchObject({ words, message: inEnglish(words) });
    const later = client.request('wait', null);
    const error = { user: true, message: 'It is new.', words: { key: 'no.such.key', values: {} } };
    near.arrive({ type: 'error', id: 2, error });
    await expect(later).rejects.toMatchObject({ message: 'It is new.' });
  });

  it('tells of a fault what it is told to', async () => {
    const fault = new Error('undefined is not a function');
    const told = vi.fn(() => new UserError(sentence('Something went wrong.')));
    const { client, server } = connect({ told });
    server.answer('fail', () => Promise.reject(fault));
    await expect(client.request('fail', null)).rejects.toThrow(new UserError(sentence('Something went wrong.')));
    expect(told).toHaveBeenCalledWith('fail', fault);
  });

  it('answers with an error where the answer cannot travel', async () => {
    const { client, server } = connect();
    server.answer('big', () => 2n);
    await expect(client.request('big', null)).rejects.toThrow('BigInt');
    await expect(client.request('big', 2n)).rejects.toThrow('BigInt');
  });

  it.each(['no.such', 'constructor', '__proto__', 'toString'])('refuses the name %s', async (name) => {
    const { client } = connect();
    await expect(client.request(name, null)).rejects.toThrow(`There is no request "${name}".`);
  });

  it('takes malformed messages for what they are, and goes on', async () => {
    const { far, faults, client, server } = connect();
    server.answer('who', () => 'server');
    const request = { type: 'request', id: 77, name: 'who', input: null };
    const malformed = [
      ...[undefined, null, 'x', 7, [], {}, { type: 'request' }, { ...request, id: 'one' }, { ...request, id: 0.5 }],
      ...[{ ...request, name: 3 }, { ...request, type: '__proto__' }, { type: 'event' }, { type: 'answer' }],
      ...[
        { type: 'error', id: 1 },
        { type: 'error', id: 1, error: { user: 'yes', message: 'm' } },
      ],
    ];
    for (const message of malformed) far.arrive(message);
    expect(faults).toHaveLength(malformed.length);
    // Answers to what nobody asked.
    for (const type of ['answer', 'progress', 'cancel']) far.arrive({ type, id: 99, value: 1 });
    expect(faults).toHaveLength(malformed.length);
    expect(await client.request('who', null)).toBe('server');
  });

  it.each([3, null, undefined, {}])('refuses the name %s', async (name) => {
    const { far, faults } = connect();
    far.arrive({ type: 'request', id: 3, name, input: null });
    expect(far.sent).toEqual([{ type: 'error', id: 3, error: expect.objectContaining({ user: false }) }]);
    expect(faults).toHaveLength(1);
  });

  it('answers one request of a number at a time', async () => {
    const { far, faults, server } = connect();
    const calls = held(server, 'wait');
    far.arrive({ type: 'request', id: 5, name: 'wait', input: null });
    far.arrive({ type: 'request', id: 5, name: 'wait', input: null });
    await soon();
    expect([calls.length, faults.length]).toEqual([1, 1]);
  });

  it('sends events to those who listen, whatever one of them throws', async () => {
    const { faults, client, server } = connect();
    const heard: unknown[] = [];
    client.on('news', () => {
      throw new Error('no ear');
    });
    const end = client.on('news', (value) => heard.push(value));
    server.emit('news', 1);
    server.emit('other', 2);
    await soon();
    end();
    server.emit('news', 3);
    await soon();
    expect(heard).toEqual([1]);
    expect(faults.map(([where]) => where)).toEqual(['news', 'news']);
  });

  it('rejects what waits and cancels what is answered when the other side is gone', async () => {
    const { near, far, client, server } = connect();
    const calls = held(server, 'wait');
    const asked = client.request('wait', null);
    const rejected = expect(asked).rejects.toThrow('the process was killed');
    await soon();
    near.lose(new Error('the process was killed'));
    await rejected;
    await expect(client.request('wait', null)).rejects.toThrow('the process was killed');
    server.close();
    expect(calls[0]?.call.signal.aborted).toBe(true);
    calls[0]?.answer('late');
    const told = far.sent.length;
    server.emit('news', 1);
    await soon();
    expect(far.sent).toHaveLength(told);
  });

  it('closes both ends', async () => {
    const { client, server } = connect();
    const calls = held(server, 'wait');
    const asked = client.request('wait', null);
    const rejected = expect(asked).rejects.toThrow(ClosedError);
    const ended = vi.fn();
    server.onEnd(ended);
    await soon();
    client.close();
    await rejected;
    expect(ended).toHaveBeenCalledTimes(1);
    expect(calls[0]?.call.signal.aborted).toBe(true);
    await expect(server.request('any', null)).rejects.toThrow(ClosedError);
  });
});
