import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { UserError } from '../errors';
import { Peer, type PeerOptions } from './peer';
import { checkingClientOf, clientOf, serve, type HandlersOf } from './service';
import { MemoryCarrier } from './testing';

const counter = {
  requests: {
    'count.to': {
      input: z.object({ to: z.int().min(0), step: z.int().default(1) }),
      output: z.array(z.int()),
      progress: z.int(),
    },
    'count.forget': { input: z.undefined(), output: z.undefined() },
  },
  events: { 'count.changed': z.int() },
};

const handlers: HandlersOf<typeof counter> = {
  'count.to': ({ to, step }, { progress }) => {
    const counted: number[] = [];
    for (let value = 0; value <= to; value += step) {
      counted.push(value);
      progress(value);
    }
    return counted;
  },
  'count.forget': () => undefined,
};

function connect(given: Partial<typeof handlers> = {}, own = false, options: PeerOptions = {}) {
  const [near, far] = MemoryCarrier.pair();
  const peer = new Peer(near);
  const emit = serve(new Peer(far, options), counter, { ...handlers, ...given }, { checks: { inputs: true, own } });
  return { near, peer, emit, client: clientOf<typeof counter>(peer) };
}

describe('a service', () => {
  it('takes a checked input with its defaults filled in, without what the table does not have', async () => {
    const count = vi.fn(() => []);
    const { peer } = connect({ 'count.to': count });
    await peer.request('count.to', { to: 2, extra: 1 });
    expect(count).toHaveBeenCalledWith({ to: 2, step: 1 }, expect.anything());
  });

  it('answers through a typed proxy, with progress', async () => {
    const { client } = connect();
    const onProgress = vi.fn();
    expect(await client.request('count.to', { to: 4, step: 2 }, { onProgress })).toEqual([0, 2, 4]);
    expect(onProgress.mock.calls).toEqual([[0], [2], [4]]);
    expect(await client.request('count.forget', undefined)).toBeUndefined();
  });

  it('refuses a malformed input without doing anything, and names what does not fit', async () => {
    const count = vi.fn(() => []);
    const { peer } = connect({ 'count.to': count });
    for (const input of [undefined, null, 'd', {}, { to: -1 }, { to: '1' }]) {
      await expect(peer.request('count.to', input)).rejects.toThrow(UserError);
    }
    await expect(peer.request('count.to', { to: -1 })).rejects.toThrow('to: ');
    expect(count).not.toHaveBeenCalled();
  });

  it('sends events', async () => {
    const { client, emit } = connect();
    const heard = new Promise((resolve) => client.on('count.changed', resolve));
    emit('count.changed', 7);
    expect(await heard).toBe(7);
  });

  it('holds what it says itself against its table where it is told to', async () => {
    const wrong = () => ['a'] as never;
    await expect(connect({ 'count.to': wrong }, true).client.request('count.to', { to: 1 })).rejects.toThrow();
    expect(await connect({ 'count.to': wrong }).client.request('count.to', { to: 1 })).toEqual(['a']);
    const fault = vi.fn();
    connect({}, true, { fault }).emit('count.changed', 'a' as never);
    expect(fault).toHaveBeenCalledWith('count.changed', expect.anything());
  });
});

describe('a client that checks', () => {
  function connectTrusting() {
    const [near, far] = MemoryCarrier.pair();
    const [peer, fault] = [new Peer(far), vi.fn()];
    return { peer, fault, client: checkingClientOf(new Peer(near, { fault }), counter) };
  }

  it('refuses answers that do not fit the table', async () => {
    const { peer, client } = connectTrusting();
    peer.answer('count.to', () => ['a']);
    await expect(client.request('count.to', { to: 1, step: 1 })).rejects.toThrow();
    peer.answer('count.to', () => [1]);
    expect(await client.request('count.to', { to: 1, step: 1 })).toEqual([1]);
  });

  it('drops progress and events that do not fit, and tells of them', async () => {
    const { peer, fault, client } = connectTrusting();
    const heard = vi.fn();
    peer.answer('count.to', (_, { progress }) => {
      progress('a');
      progress(1);
      return [];
    });
    client.on('count.changed', heard);
    peer.emit('count.changed', 'a');
    peer.emit('count.changed', 2);
    await client.request('count.to', { to: 1, step: 1 }, { onProgress: heard });
    expect(heard.mock.calls).toEqual([[2], [1]]);
    expect(fault).toHaveBeenCalledTimes(2);
  });
});
