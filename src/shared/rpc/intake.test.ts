import { describe, expect, it, vi } from 'vitest';
import { Intake, isWithin } from './intake';

/** Requests that are answered when a test says so. */
function intakeOf(running: number, waiting: number) {
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const begin = ({ id }: { id: number }): Promise<void> => {
    begun.push(id);
    return new Promise((resolve) => ends.push(resolve));
  };
  const limits = { running, waiting, bytes: 0, refused: 0 };
  return { begun, end: () => ends.shift()?.(), intake: new Intake(limits, begin) };
}

describe('an intake', () => {
  it('begins a few at a time in their order, has some wait, and takes no more', async () => {
    const { begun, end, intake } = intakeOf(2, 3);
    const full = [1, 2, 3, 4, 5].map((id) => {
      intake.take({ id });
      return intake.isFull;
    });
    expect(full).toEqual([false, false, false, false, true]);
    expect(begun).toEqual([1, 2]);
    end();
    await expect.poll(() => begun).toEqual([1, 2, 3]);
    expect(intake.isFull).toBe(false);
    end();
    end();
    await expect.poll(() => begun).toEqual([1, 2, 3, 4, 5]);
  });

  it('does not begin what nobody waits for any more, or anything once it is closed', async () => {
    const { begun, end, intake } = intakeOf(1, 5);
    for (const id of [1, 2, 3, 4]) intake.take({ id });
    intake.drop(2);
    expect([intake.isWaiting(2), intake.isWaiting(3)]).toEqual([false, true]);
    end();
    await expect.poll(() => begun).toEqual([1, 3]);
    intake.close();
    end();
    await Promise.resolve();
    expect(begun).toEqual([1, 3]);
  });

  it('lets everything else have its turn where beginning takes long', async () => {
    let now = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => now);
    const begun: number[] = [];
    const intake = new Intake({ running: 9, waiting: 9, bytes: 0, refused: 0 }, ({ id }: { id: number }) => {
      begun.push(id);
      now += 5;
      return Promise.resolve();
    });
    for (const id of [1, 2, 3, 4, 5]) intake.take({ id });
    expect(begun).toEqual([1, 2]);
    await vi.waitFor(() => expect(begun).toEqual([1, 2, 3, 4, 5]));
    clock.mockRestore();
  });
});

describe('isWithin', () => {
  const cycle: unknown[] = [];
  cycle.push(cycle, cycle);
  const deep = Array.from({ length: 100_000 }).reduce<unknown>((inner) => ({ inner }), null);

  it.each<[string, unknown, boolean]>([
    ['nothing', undefined, true],
    ['a text', 'x'.repeat(400), true],
    ['a text that is too long', 'x'.repeat(600), false],
    ['many texts', Array(60).fill('xxxxxxxxxx'), false],
    ['bytes', { pixels: new Uint8Array(900) }, true],
    ['too many bytes', { pixels: new Uint8Array(1100) }, false],
    ['a buffer', [new ArrayBuffer(1100)], false],
    ['long names', { ['x'.repeat(600)]: 1 }, false],
    ['a list of nothing', new Array<unknown>(4_000_000_000), false],
    ['a map', new Map([['x'.repeat(600), 1]]), false],
    ['a large set', new Set(Array.from({ length: 200 }, (_, index) => index)), false],
    ['what contains itself', cycle, false],
    ['what is deep', deep, false],
    ['a large number', 2n ** 8000n, false],
  ])('looks at %s', (_what, value, expected) => {
    expect(isWithin(value, 1024)).toBe(expected);
  });
});
