import { describe, expect, it, vi } from 'vitest';
import type { StudioService } from '../../shared/contract/studio';
import { UserError } from '../../shared/errors';
import type { WireError } from '../../shared/rpc/carrier';
import { Peer } from '../../shared/rpc/peer';
import { clientOf } from '../../shared/rpc/service';
import { MemoryCarrier } from '../../shared/rpc/testing';
import { Door, type Handlers } from './door';
import { GivenPaths } from './given-paths';
import { sentence } from '../../shared/words/message';

const log = { write: vi.fn(), fault: vi.fn() };

/** A door with handlers of which only those given do anything. */
function open(some: Partial<Handlers>, checkAnswers = true) {
  const door = new Door({ log, checkAnswers });
  door.open(some as Handlers);
  const given = new GivenPaths();
  given.give(['/given/folder']);
  const connect = () => {
    const [near, far] = MemoryCarrier.pair();
    door.connect(far, given);
    return { carrier: near, peer: new Peer(near) };
  };
  return { door, connect };
}

const ask = async (handlers: Partial<Handlers>, name: string, input: unknown, checkAnswers = true) =>
  open(handlers, checkAnswers).connect().peer.request(name, input);

describe('the door', () => {
  it('hands the checked input on, with its defaults filled in', async () => {
    const start = vi.fn(() => {
      throw new UserError(sentence('enough'));
    });
    const asked = ask({ 'runs.start': start }, 'runs.start', { dataset: 'd', variant: 'resnet20', extra: 1 });
    await expect(asked).rejects.toThrow('enough');
    expect(start).toHaveBeenCalledWith(
      expect.objectContaining({ dataset: 'd', variant: 'resnet20', seed: 1, recipe: 'paper', precision: 'float32' }),
      expect.anything(),
    );
    expect(start).not.toHaveBeenCalledWith(expect.objectContaining({ extra: 1 }), expect.anything());
  });

  it('refuses a malformed input without doing anything, and names what does not fit', async () => {
    const remove = vi.fn();
    for (const input of [undefined, null, 'd', { dataset: 7 }, {}]) {
      await expect(ask({ 'datasets.remove': remove }, 'datasets.remove', input)).rejects.toThrow(UserError);
    }
    expect(remove).not.toHaveBeenCalled();
    const asked = ask({}, 'runs.start', { dataset: 'd', variant: 'resnet20', batch: 0 });
    await expect(asked).rejects.toThrow('batch');
  });

  it.each(['no.such', 'constructor', '__proto__', 'toString', 3, null, undefined, {}])(
    'refuses the name %s',
    async (name) => {
      await expect(ask({}, name as string, undefined)).rejects.toThrow();
    },
  );

  it('refuses what names a path that was not given, and hands on what names no other', async () => {
    const areArchives = vi.fn(() => false);
    const ask = (paths: string[]) =>
      open({ 'runs.areArchives': areArchives }).connect().peer.request('runs.areArchives', { paths });
    await expect(ask(['/given/folder', '/etc/passwd'])).rejects.toThrow('nobody has given to it');
    expect(areArchives).not.toHaveBeenCalled();
    expect(await ask(['/given/folder', '/given/folder/not-there.zip'])).toBe(false);
  });

  it('keeps the message of a mistake that the user can mend', async () => {
    const list = () => {
      throw new UserError(sentence('The disk is full. Make room.'));
    };
    await expect(ask({ 'runs.list': list }, 'runs.list', undefined)).rejects.toThrow(
      new UserError(sentence('The disk is full. Make room.')),
    );
  });

  it('logs a fault of the program and does not show it', async () => {
    const fault = new Error('undefined is not a function');
    const asked = ask({ 'runs.list': () => Promise.reject(fault) }, 'runs.list', undefined);
    await expect(asked).rejects.toThrow(/^(?!.*undefined).*Its log has the details/);
    expect(log.fault).toHaveBeenCalledWith('request runs.list', fault);
  });

  it('checks answers where it is told to', async () => {
    const list = () => [{ run: 'r' }] as never;
    await expect(ask({ 'runs.list': list }, 'runs.list', undefined, true)).rejects.toThrow();
    expect(await ask({ 'runs.list': list }, 'runs.list', undefined, false)).toEqual([{ run: 'r' }]);
  });

  it('tells everybody who is connected, and nobody who has left', async () => {
    const { door, connect } = open({});
    const [one, two] = [connect(), connect()];
    const heard: unknown[] = [];
    for (const { peer } of [one, two]) {
      clientOf<StudioService>(peer).on('runs.removed', ({ run }) => heard.push(run));
    }
    door.publish('runs.removed', { run: 'a' });
    await expect.poll(() => heard).toEqual(['a', 'a']);
    two.carrier.close();
    door.publish('runs.removed', { run: 'b' });
    await expect.poll(() => heard).toEqual(['a', 'a', 'b']);
  });

  it('answers others at once while one asks for thousands of things that are none', async () => {
    const { connect } = open({ 'runs.list': () => [] });
    const [{ carrier }, other] = [connect(), connect()];
    const told: string[] = [];
    carrier.onMessage((arrived) => told.push((arrived as { error: WireError }).error.message));
    const inputs = [{}, { dataset: 7 }, { dataset: Array(500).fill(7) }, null];
    for (let id = 0; id < 5000; id += 1) {
      carrier.send({ type: 'request', id, name: 'datasets.remove', input: inputs[id % inputs.length] });
    }
    expect(await other.peer.request('runs.list', undefined)).toEqual([]);
    // The thousand that wait are answered a few at a time, with turns of others between them.
    expect(told.length).toBeLessThan(4900);
    await expect.poll(() => told.length, { timeout: 10_000 }).toBe(5000);
    const tooMany = told.filter((text) => text.startsWith('Too much was asked for at once'));
    expect(tooMany.length).toBeLessThan(4100);
    expect(told.filter((text) => text.startsWith('This cannot be done')).length).toBe(5000 - tooMany.length);
  });

  it('hears one no more who goes on regardless, and the others as before', async () => {
    const { connect } = open({ 'runs.list': () => [] });
    const [hostile, other] = [connect(), connect()];
    const closed = vi.fn();
    hostile.peer.onEnd(closed);
    log.fault.mockClear();
    for (let sent = 0; sent < 30_000; sent += 1) hostile.carrier.send({ type: 'hello', id: sent } as never);
    await expect.poll(() => closed.mock.calls.length).toBe(1);
    expect(log.fault.mock.calls.length).toBeLessThan(30);
    expect(await other.peer.request('runs.list', undefined)).toEqual([]);
  });

  it('refuses what is too large for any window to ask', async () => {
    const asked = ask({ 'runs.rename': vi.fn() }, 'runs.rename', { run: 'r', name: 'x'.repeat(2 ** 25) });
    await expect(asked).rejects.toThrow('too large');
  });
});
