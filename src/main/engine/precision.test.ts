import { describe, expect, it } from 'vitest';
import { buildNetwork } from '../../shared/network/build';
import { findVariant } from '../../shared/network/variants';
import { inEnglish } from '../../shared/words/english';
import { choosePrecision, computesBfloat16 } from './precision';

const network = buildNetwork(findVariant('resnet8'), [8, 8, 1], 2);

/** Asks with a processor and with times of a step. */
async function ask(flags: string | null, devices: string[], millis = { float32: 100, bfloat16: 70 }) {
  const timed: string[] = [];
  const choice = await choosePrecision(
    {
      network,
      batch: 16,
      devices,
      time: ({ precision, batch }) => {
        timed.push(`${precision} ${batch}`);
        const stepMillisMedian = millis[precision];
        const memory = { peakMemoryBytes: 1, memoryBytes: { before: 1, after: 1 } };
        const others = { stepMillisMin: 1, imagesPerSecond: 1, parameters: 1, ...memory };
        return Promise.resolve({ stepMillisMedian, ...others });
      },
    },
    () => Promise.resolve(flags === null ? null : `processor\t: 0\nflags\t\t: fpu ${flags}\n`),
  );
  return { ...choice, timed };
}

describe('choosePrecision', () => {
  it('takes float32 at once where the processor cannot do otherwise, and says why', async () => {
    const { precision, reason, timed } = await ask('sse4_2 avx2', ['CPU']);
    expect([precision, timed]).toEqual(['float32', []]);
    expect(inEnglish(reason)).toContain('no AVX-512');
  });

  it('takes what is faster, and says both times', async () => {
    const faster = await ask('avx512f avx512bw', ['CPU']);
    expect(faster).toMatchObject({ precision: 'bfloat16', timed: ['float32 16', 'bfloat16 16'] });
    expect(inEnglish(faster.reason)).toMatch(/100 ms in float32 and 70 ms in bfloat16/);
    expect((await ask('avx512bw', ['CPU'], { float32: 60, bfloat16: 61 })).precision).toBe('float32');
  });

  it('times both on a GPU, and where the processor is not known', async () => {
    expect((await ask('avx2', ['GPU', 'CPU'])).timed).toHaveLength(2);
    expect((await ask(null, ['CPU'])).timed).toHaveLength(3);
  });

  it('does not wait for a bfloat16 that is many times slower', async () => {
    const { precision, timed } = await ask(null, ['CPU'], { float32: 100, bfloat16: 1500 });
    expect([precision, timed]).toEqual(['float32', ['float32 16', 'bfloat16 16']]);
  });
});

describe('computesBfloat16', () => {
  it('reads what x86 and ARM say of themselves', () => {
    expect(computesBfloat16('Features\t: fp asimd bf16 i8mm')).toBe(true);
    expect(computesBfloat16('Features\t: fp asimd')).toBe(false);
    expect(computesBfloat16('')).toBeNull();
  });
});
