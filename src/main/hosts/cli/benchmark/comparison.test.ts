import { describe, expect, it } from 'vitest';
import { casesOf, expectedSeconds, type Case } from './cases';
import { compare, toMarkdown } from './comparison';
import type { Timing } from './own-process';
import { toChart } from './ratio-chart';

const small: Case = { model: 'resnet20', batch: 100, precision: 'float32', billions: 0.04 };
const large: Case = { model: 'resnet50', batch: 16, precision: 'float32', billions: 4 };
const timing = ({ model, batch, precision }: Case, engine: string, millis: number): Timing => ({
  engine,
  model,
  batch,
  precision,
  threads: 2,
  parameters: 1,
  stepMillisMedian: millis,
  stepMillisMin: millis,
  imagesPerSecond: (1000 * batch) / millis,
});
const comparisons = [
  compare(
    small,
    [50, 100, 400].flatMap((millis) => [timing(small, 'torch', 2 * millis), timing(small, 'studio', millis)]),
  ),
  compare(large, [timing(large, 'studio', 300), timing(large, 'keras', 240)]),
];

describe('a comparison', () => {
  it('is the ratio of the medians, so that one disturbed round counts for little', () => {
    expect(comparisons[0]?.engines).toMatchObject([
      { engine: 'studio', stepMillis: 100, imagesPerSecond: 1000, ratio: 1 },
      { engine: 'torch', stepMillis: 200, imagesPerSecond: 500, ratio: 2 },
    ]);
  });

  it('is a table with a dash where an engine was not timed', () => {
    expect(toMarkdown(comparisons).split('\n')).toEqual([
      '| step | studio, ms | PyTorch, ms | Keras, ms | to PyTorch | to Keras |',
      '| --- | ---: | ---: | ---: | ---: | ---: |',
      '| ResNet-20, batch 100, float32 | 100.0 | 200.0 | - | 2.00 | - |',
      '| ResNet-50, batch 16, float32 | 300.0 | - | 240.0 | - | 0.80 |',
    ]);
  });

  it('is a chart whose bars are as long as the ratios', () => {
    const chart = toChart(comparisons, 'A <fast> machine');
    const lengths = [...chart.matchAll(/width="([\d.]+)" height="18"/g)].map(([, length]) => Number(length));
    expect(lengths).toHaveLength(2);
    expect((lengths[0] ?? 0) / (lengths[1] ?? 1)).toBeCloseTo(2 / 0.8, 2);
    expect(chart).toContain('A &lt;fast> machine');
    expect(chart).toContain('>2.00</text>');
  });
});

describe('what is timed', () => {
  it('is float32 alone where bfloat16 is not computed by the processor', () => {
    const onProcessor = casesOf({ gpu: false, bfloat16: false });
    expect(onProcessor.map(({ model, batch, precision }) => [model, batch, precision])).toEqual([
      ['resnet20', 128, 'float32'],
      ['resnet110', 128, 'float32'],
      ['resnet50', 16, 'float32'],
    ]);
    expect(casesOf({ gpu: false, bfloat16: true })).toHaveLength(6);
  });

  it('has larger batches and both precisions on a GPU', () => {
    const onGpu = casesOf({ gpu: true, bfloat16: false });
    expect(new Set(onGpu.map(({ precision }) => precision)).size).toBe(2);
    expect(Math.max(...onGpu.map(({ batch }) => batch))).toBe(1024);
  });

  it('is expected to take time by its multiply-adds', () => {
    expect(expectedSeconds(large, 10, { case: small, stepMillis: 100 })).toBeCloseTo((10 * 0.1 * 64) / 4, 6);
  });
});
