import { describe, expect, it, vi } from 'vitest';
import type { Settings } from '../../../shared/contract/settings';
import { Leaving, type Way } from './leaving';

function setUp({ training = true, closing = 'ask' as Settings['closing'], way = 'cancel' as Way, remember = false }) {
  let kept = closing;
  const [toBackground, quit] = [vi.fn(), vi.fn()];
  const ask = vi.fn<(signal: AbortSignal) => Promise<{ way: Way; remember: boolean }>>();
  ask.mockResolvedValue({ way, remember });
  const change = ({ closing }: Partial<Settings>) => {
    kept = closing ?? kept;
    return {} as Settings;
  };
  const settings = { read: () => ({ closing: kept }), change };
  const leaving = new Leaving({ isTraining: () => training, settings, ask, toBackground, quit });
  const close = async () => {
    const event = { preventDefault: vi.fn() };
    leaving.closeWindow(event);
    await new Promise((resolve) => setImmediate(resolve));
    return event.preventDefault.mock.calls.length === 0 ? 'closed' : 'kept';
  };
  return { leaving, ask, toBackground, quit, close, kept: () => kept };
}

describe('leaving the studio', () => {
  it('asks nothing while no run trains', async () => {
    const { leaving, ask, close } = setUp({ training: false });
    expect([await close(), await leaving.mayQuit(), ask.mock.calls.length]).toEqual(['closed', true, 0]);
  });

  it('stays where the question is dismissed', async () => {
    const { leaving, toBackground, quit, close } = setUp({});
    expect([await close(), await leaving.mayQuit()]).toEqual(['kept', false]);
    expect([toBackground.mock.calls.length, quit.mock.calls.length]).toEqual([0, 0]);
  });

  it('goes to the background, by the window and by the menu', async () => {
    const { leaving, toBackground, quit, close } = setUp({ way: 'background' });
    expect([await close(), toBackground.mock.calls.length]).toEqual(['kept', 1]);
    expect([await leaving.mayQuit(), toBackground.mock.calls.length]).toEqual([false, 2]);
    expect(quit).not.toHaveBeenCalled();
  });

  it('quits where the run is to be stopped, and asks that once', async () => {
    const { leaving, ask, quit, close } = setUp({ way: 'stop' });
    expect([await close(), quit.mock.calls.length]).toEqual(['kept', 1]);
    expect([await leaving.mayQuit(), await close(), ask.mock.calls.length]).toEqual([true, 'closed', 1]);
  });

  it('remembers the choice, but not a dismissal', async () => {
    const dismissed = setUp({ remember: true });
    await dismissed.close();
    expect(dismissed.kept()).toBe('ask');
    const chosen = setUp({ way: 'background', remember: true });
    await chosen.close();
    await chosen.close();
    expect([chosen.kept(), chosen.ask.mock.calls.length, chosen.toBackground.mock.calls.length]).toEqual([
      ...['background', 1, 2],
    ]);
  });

  it('can be quit although the window is to keep training when it is closed', async () => {
    const { leaving, ask } = setUp({ closing: 'background', way: 'stop' });
    expect([await leaving.mayQuit(), ask.mock.calls.length]).toEqual([true, 1]);
    const stopping = setUp({ closing: 'stop' });
    expect([await stopping.leaving.mayQuit(), stopping.ask.mock.calls.length]).toEqual([true, 0]);
  });

  it('asks one question at a time, and takes it back when the system ends', async () => {
    const { leaving, ask, quit, close } = setUp({});
    ask.mockImplementation(
      (signal: AbortSignal) =>
        new Promise((resolve) =>
          signal.addEventListener('abort', () => resolve({ way: 'cancel', remember: true }), { once: true }),
        ),
    );
    expect(await close()).toBe('kept');
    const mayQuit = leaving.mayQuit();
    leaving.insist();
    expect([await mayQuit, ask.mock.calls.length]).toEqual([true, 1]);
    expect(quit).toHaveBeenCalled();
    expect(await close()).toBe('closed');
  });
});
