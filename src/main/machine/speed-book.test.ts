import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TimedStep } from '../../shared/contract/speed';
import { sampleTraining } from '../../shared/recipe/testing';
import { networkOfStep, SpeedBook } from './speed-book';

const step: TimedStep = { variant: 'resnet20', precision: 'float32', batch: 128, shape: [32, 32, 3], classes: 10 };

describe('SpeedBook', () => {
  let folder = '';
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'speeds-'))));
  afterEach(() => rmSync(folder, { recursive: true }));
  const book = (machine = 'one') => new SpeedBook(folder, () => machine);

  it('knows nothing at first', async () => {
    expect(await book().predict(step)).toBeNull();
  });

  it('tells what was measured of the very same step, and the newest of it', async () => {
    await book().noteBenchmark(step, 200);
    await book().noteBenchmark(step, 180);
    expect(await book().predict(step)).toEqual({
      stepMillis: 180,
      source: 'benchmark',
      basis: { network: 'ResNet-20', batch: 128, precision: 'float32' },
    });
    expect(await book('another').predict(step)).toBeNull();
  });

  it('scales others by their multiply-adds, the nearest of the same precision first', async () => {
    await book().noteBenchmark(step, 200);
    await book().noteBenchmark({ ...step, variant: 'resnet110', batch: 64 }, 700);
    await book().noteBenchmark({ ...step, variant: 'resnet56', precision: 'bfloat16' }, 1);
    const wanted = { ...step, variant: 'resnet110' };
    const found = await book().predict(wanted);
    expect(found).toMatchObject({
      source: 'scaled',
      basis: { network: 'ResNet-110', batch: 64, precision: 'float32' },
    });
    expect(found?.stepMillis).toBeCloseTo(1400);
    const near = await book().predict({ ...step, batch: 64 });
    expect(near?.stepMillis).toBeCloseTo(100);
    const work = (of: TimedStep) => networkOfStep(of).multiplyAdds * of.batch;
    const deeper = { ...step, variant: 'resnet32' };
    expect((await book().predict(deeper))?.stepMillis).toBeCloseTo((200 * work(deeper)) / work(step));
  });

  it('learns from runs, but not from very short ones', async () => {
    const shape: TimedStep['shape'] = [32, 32, 1];
    const run = { training: sampleTraining(), dataset: { shape, classes: ['round', 'square'] } };
    const same: TimedStep = { ...step, ...run.training, shape, classes: 2 };
    await book().noteRun(run, 10, 100);
    expect(await book().predict(same)).toBeNull();
    await book().noteRun(run, 100, 20);
    expect(await book().predict(same)).toMatchObject({ stepMillis: 200, source: 'run' });
  });

  it('takes many notes at once, and replaces a damaged file', async () => {
    writeFileSync(join(folder, 'speeds.json'), '{');
    const one = book();
    await Promise.all([8, 14, 20, 26].map((depth) => one.noteBenchmark({ ...step, variant: `resnet${depth}` }, depth)));
    const { entries } = JSON.parse(readFileSync(join(folder, 'speeds.json'), 'utf8')) as { entries: unknown[] };
    expect(entries).toHaveLength(4);
    expect((await one.predict(step))?.stepMillis).toBe(20);
  });
});
