import { describe, expect, it, vi } from 'vitest';
import { UserError } from '../../shared/errors';
import { answerRequest, type Handlers } from './dispatch';

const log = { write: vi.fn(), fault: vi.fn() };

/** Handlers of which only those given do anything. */
function handling(some: Partial<Handlers>): Handlers {
  return some as Handlers;
}

const ask = (handlers: Partial<Handlers>, name: unknown, input: unknown, checkAnswers = true) =>
  answerRequest(handling(handlers), name, input, { log, checkAnswers });

describe('answerRequest', () => {
  it('hands the checked input on, with its defaults filled in', async () => {
    const start = vi.fn(() => {
      throw new UserError('enough');
    });
    await ask({ 'runs.start': start }, 'runs.start', { dataset: 'd', variant: 'resnet20', extra: 1 });
    expect(start).toHaveBeenCalledWith(
      expect.objectContaining({ dataset: 'd', variant: 'resnet20', seed: 1, recipe: 'paper', precision: 'float32' }),
    );
    expect(start).not.toHaveBeenCalledWith(expect.objectContaining({ extra: 1 }));
  });

  it('refuses a malformed input without doing anything, and names what does not fit', async () => {
    const remove = vi.fn();
    for (const input of [undefined, null, 'd', { dataset: 7 }, {}]) {
      const answer = await ask({ 'datasets.remove': remove }, 'datasets.remove', input);
      expect(answer).toMatchObject({ ok: false });
    }
    expect(remove).not.toHaveBeenCalled();
    const answer = await ask({}, 'runs.start', { dataset: 'd', variant: 'resnet20', batch: 0 });
    expect(answer).toEqual({ ok: false, message: expect.stringContaining('batch') });
  });

  it.each(['no.such', 'constructor', '__proto__', 'toString', 3, null, undefined, {}])(
    'refuses the name %s',
    async (name) => {
      expect(await ask({}, name, undefined)).toMatchObject({ ok: false });
    },
  );

  it('keeps the message of a mistake that the user can mend', async () => {
    const list = () => {
      throw new UserError('The disk is full. Make room.');
    };
    expect(await ask({ 'runs.list': list }, 'runs.list', undefined)).toEqual({
      ok: false,
      message: 'The disk is full. Make room.',
    });
  });

  it('logs a fault of the program and does not show it', async () => {
    const fault = new Error('undefined is not a function');
    const answer = await ask({ 'runs.list': () => Promise.reject(fault) }, 'runs.list', undefined);
    expect(answer).toEqual({ ok: false, message: expect.not.stringContaining('undefined') });
    expect(log.fault).toHaveBeenCalledWith('request runs.list', fault);
  });

  it('checks answers where it is told to', async () => {
    const list = () => [{ run: 'r' }] as never;
    expect(await ask({ 'runs.list': list }, 'runs.list', undefined, true)).toMatchObject({ ok: false });
    expect(await ask({ 'runs.list': list }, 'runs.list', undefined, false)).toEqual({
      ok: true,
      value: [{ run: 'r' }],
    });
  });
});
