import { afterEach, describe, expect, it, vi } from 'vitest';
import { GpuMemory, processMemory } from './gpu-memory';

const mebibyte = 2 ** 20;

describe('processMemory', () => {
  it('sums what a process holds on every GPU', () => {
    expect(processMemory('451, 2566\n77, 100\n451, 34\n', 451)).toBe(2600 * mebibyte);
  });

  it.each([
    ['another process alone', '77, 100\n'],
    ['a number that begins alike', '4511, 100\n'],
    ['no process', ''],
    ['memory that the driver does not tell', '451, [N/A]\n'],
    ['an error', 'NVIDIA-SMI has failed\n'],
  ])('is unknown where there is %s', (_, csv) => {
    expect(processMemory(csv, 451)).toBeNull();
  });
});

describe('GpuMemory', () => {
  afterEach(() => vi.useRealTimers());

  it('asks again after a while, forgets what is told no more, and ends', async () => {
    vi.useFakeTimers();
    const ask = vi
      .fn()
      .mockResolvedValueOnce(`${process.pid}, 10\n`)
      .mockRejectedValueOnce(new Error('gone'))
      .mockResolvedValue(`${process.pid}, 20\n`);
    const memory = new GpuMemory(ask);
    expect(memory.bytes).toBeNull();
    await vi.advanceTimersByTimeAsync(0);
    expect(memory.bytes).toBe(10 * mebibyte);
    await vi.advanceTimersByTimeAsync(5000);
    expect(memory.bytes).toBeNull();
    await vi.advanceTimersByTimeAsync(5000);
    expect(memory.bytes).toBe(20 * mebibyte);
    memory.close();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(ask).toHaveBeenCalledTimes(3);
  });
});
