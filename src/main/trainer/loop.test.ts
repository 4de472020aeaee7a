import { describe, expect, it } from 'vitest';
import type { MetricEvent } from '../../shared/contract/metrics';
import type { LoopOptions } from './loop';
import { initialPosition } from '../engine/weights/position';
import { plateauPatience } from '../../shared/recipe/schedule';
import { setUp, runToEnd, ofKind, stepsPerEpoch, histogram } from './loop-testing';

describe('train', () => {
  it('tells every step with its epoch, loss and errors', async () => {
    const { options, calls } = setUp({ steps: 10 });
    const { events, result } = await runToEnd(options);
    expect(result).toBe('finished');
    const steps = ofKind(events, 'step');
    expect(steps.map(({ step }) => step)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(steps.map(({ epoch }) => epoch)).toEqual([1, 1, 1, 1, 2, 2, 2, 2, 3, 3]);
    expect(steps[1]).toMatchObject({ loss: 0.25, top1Error: 0.5, learningRate: 0.1 });
    expect(steps.every(({ imagesPerSecond, time }) => Number.isFinite(imagesPerSecond) && time >= 0)).toBe(true);
    expect(calls.loaded).toBe(10);
  });

  it('evaluates the validation pictures after each epoch, and the test pictures once, at the end', async () => {
    const { events } = await runToEnd(setUp({ steps: 10 }).options);
    const evaluations = ofKind(events, 'evaluation').map(({ split, step }) => `${split} ${step}`);
    expect(evaluations).toEqual(['validation 4', 'validation 8', 'validation 10', 'test 10']);
    expect(ofKind(events, 'evaluation').at(-1)).toMatchObject({ loss: 40 / 15, top1Error: 6 / 15, top5Error: 2 / 15 });
  });

  it('writes the last checkpoint within an epoch as well where so much time has gone, and not where it is dear', async () => {
    const checkpoints = { minutes: 1e-9, every: 0, keep: 3 };
    const lastOf = async (checkpointMillis: number, rule = checkpoints) => {
      const { options, saved } = setUp({ steps: 10 });
      const config = { ...options.config, checkpoints: rule };
      await runToEnd({ ...options, config, checkpointMillis: () => checkpointMillis });
      return saved.filter(({ kind }) => kind === 'last').map(({ position }) => position.step);
    };
    expect(await lastOf(0)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(await lastOf(1e9)).toEqual([4, 8, 10]);
    expect(await lastOf(0, { ...checkpoints, minutes: 0 })).toEqual([4, 8, 10]);
    expect(await lastOf(0, { ...checkpoints, minutes: 5 })).toEqual([4, 8, 10]);
  });

  it('evaluates a run that is shorter than an epoch', async () => {
    const { events } = await runToEnd(setUp({ steps: 1 }).options);
    expect(ofKind(events, 'evaluation').map(({ split }) => split)).toEqual(['validation', 'test']);
  });

  it('keeps a checkpoint after every so many epochs, before the last one', async () => {
    const { options, saved } = setUp({ steps: 20 });
    const config = { ...options.config, checkpoints: { minutes: 5, every: 2, keep: 3 } };
    await runToEnd({ ...options, config });
    const epochs = saved.filter(({ kind }) => kind === 'epoch').map(({ position }) => position.epoch);
    expect(epochs).toEqual([2, 4]);
    const order = saved.map(({ kind, position }) => `${kind} ${position.step}`);
    expect(order.indexOf('epoch 8')).toBeLessThan(order.indexOf('last 8'));
  });

  it('holds still while it is paused, with a checkpoint, and the pause takes no time of the run', async () => {
    const { options, saved, calls } = setUp({ steps: 10 });
    const pausedAt: number[] = [];
    const held = 80;
    const { events, result } = await runToEnd({
      ...options,
      paused: () => calls.steps === 3 && pausedAt.length === 0,
      whilePaused: () => {
        pausedAt.push(calls.steps);
        return new Promise((resolve) => setTimeout(resolve, held));
      },
    });
    expect(result).toBe('finished');
    expect(pausedAt).toEqual([3]);
    expect(saved[0]).toMatchObject({ kind: 'last', position: { step: 3 } });
    const steps = ofKind(events, 'step');
    expect(steps).toHaveLength(10);
    expect((steps[3]?.time ?? NaN) - (steps[2]?.time ?? NaN)).toBeLessThan(held / 1000);
  });

  it('does without validation and test pictures', async () => {
    const { options, saved } = setUp({ steps: 4 });
    const { events, result } = await runToEnd({ ...options, validation: null, test: null, responseBatch: null });
    expect(result).toBe('finished');
    expect(events.map(({ event }) => event)).toEqual(Array(4).fill('step'));
    expect(saved.map(({ kind }) => kind)).toEqual(['last']);
  });

  it('measures the responses at the end of each epoch, and not before there are running statistics', async () => {
    const { events } = await runToEnd(setUp({ steps: 8 }).options);
    const measured = ofKind(events, 'responses').map(({ step }) => step);
    expect(measured).toEqual([4, 8]);
  });

  it('measures gradients on no more pictures than a step has, and the update by the weights before the step', async () => {
    const { events } = await runToEnd(setUp({ steps: 4, batch: 6 }).options);
    expect(ofKind(events, 'layers')).toEqual([
      {
        event: 'layers',
        step: 4,
        epoch: 1,
        layers: ['conv1', 'fc'],
        weightNorms: [3.14159, 2],
        gradientNorms: [10, 6],
        updateRatios: [3, 0],
        blocks: ['layer1.0'],
        ratios: [0.5],
        cosines: [0.1],
      },
    ]);
  });

  it('writes histograms again when the run has got longer by half', async () => {
    const { events } = await runToEnd(setUp({ steps: 10 }).options);
    const [first, ...others] = ofKind(events, 'histograms');
    expect(others.every(({ step }) => step >= 6)).toBe(true);
    const rounded = { ...histogram, low: -0.333333 };
    expect(first).toEqual({
      event: 'histograms',
      step: 4,
      epoch: 1,
      weights: { layers: ['conv1', 'fc'], histograms: [rounded, rounded] },
      responses: { layers: ['conv1'], histograms: [rounded] },
    });
  });

  it('leaves out what is not finite, and trains on', async () => {
    const { events, result } = await runToEnd(setUp({ steps: 4 }, [5], 4).options);
    expect(result).toBe('finished');
    expect(ofKind(events, 'responses')).toHaveLength(1);
    expect([...ofKind(events, 'layers'), ...ofKind(events, 'histograms')]).toEqual([]);
  });

  it('writes the last checkpoint after each epoch, and the best where the validation error fell', async () => {
    const { options, saved } = setUp({ steps: 16 }, [5, 4, 4, 3]);
    await runToEnd(options);
    const order = saved.map(({ kind, position }) => `${kind} ${position.step}`);
    expect(order).toEqual(['best 4', 'last 4', 'best 8', 'last 8', 'last 12', 'best 16', 'last 16']);
  });

  it('stops after the step during which it was told, with a checkpoint and without a test', async () => {
    const { options, calls, saved } = setUp();
    const { events, result } = await runToEnd({ ...options, stopped: () => calls.steps === 6 });
    expect(result).toBe('stopped');
    expect(calls.steps).toBe(6);
    expect(saved.at(-1)).toMatchObject({ kind: 'last', position: { step: 6, epoch: 2 } });
    expect(ofKind(events, 'evaluation').map(({ split }) => split)).toEqual(['validation']);
  });

  it('stops within an evaluation', async () => {
    const { options, calls } = setUp({ steps: 4 });
    const { events, result } = await runToEnd({ ...options, stopped: () => calls.evaluations > 0 });
    expect(result).toBe('stopped');
    expect(calls.evaluations).toBe(1);
    expect(ofKind(events, 'evaluation')).toEqual([]);
  });

  it('goes on from any step as if it had never stopped', async () => {
    const once = setUp({ steps: 10, schedule: 'plateau' });
    const whole = (await runToEnd(once.options)).events;
    const { position } = once.saved.find(({ kind, position: { step } }) => kind === 'last' && step === 4) ?? {
      position: initialPosition,
    };
    const later = setUp({ steps: 10, schedule: 'plateau' }, [4, 3]);
    later.calls.steps = 4;
    const { events } = await runToEnd({ ...later.options, start: { position, seconds: 7 } });
    const kinds = (all: MetricEvent[]) =>
      all.map((event) => `${event.event} ${event.event === 'end' ? '' : event.step}`);
    expect(kinds(events)).toEqual(kinds(whole).slice(kinds(whole).indexOf('step 5')));
    expect(later.saved.at(-1)?.position).toEqual(once.saved.at(-1)?.position);
    expect(ofKind(events, 'step')[0]?.time).toBeGreaterThanOrEqual(7);
  });

  it('makes up for an evaluation during which it was stopped', async () => {
    const { options, calls, saved } = setUp({ steps: 8 });
    await runToEnd({ ...options, stopped: () => calls.evaluations > 0 });
    const position = saved.at(-1)?.position ?? initialPosition;
    expect(position).toMatchObject({ step: 4, evaluatedStep: 0 });
    const { events } = await runToEnd({ ...setUp({ steps: 8 }).options, start: { position, seconds: 0 } });
    const first = events.slice(0, 5).map(({ event }) => event);
    expect(first).toEqual(['responses', 'layers', 'histograms', 'evaluation', 'step']);
    // What the latest step changed is not known any more.
    expect(ofKind(events, 'layers').map((event) => event.updateRatios)).toEqual([undefined, [3, 0]]);
  });

  it('writes nothing where it is stopped before the first step', async () => {
    const { options, calls, saved } = setUp();
    expect((await runToEnd({ ...options, stopped: () => true })).result).toBe('stopped');
    expect(calls.steps).toBe(0);
    expect(saved).toEqual([]);
  });

  it('divides the learning rate at the milestones', async () => {
    const { options, calls } = setUp({ steps: 8, milestones: [0.5, 0.75] });
    await runToEnd(options);
    expect(calls.rates).toEqual([0.1, 0.1, 0.1, 0.1, 0.01, 0.01, 0.001, 0.001]);
  });

  it('divides it on a plateau of the validation error', async () => {
    const epochs = plateauPatience + 2;
    const { options, calls } = setUp({ steps: epochs * stepsPerEpoch, schedule: 'plateau' }, [5]);
    await runToEnd(options);
    const ofEpochs = calls.rates.filter((_, index) => index % stepsPerEpoch === 0);
    expect(ofEpochs).toEqual([...Array<number>(plateauPatience + 1).fill(0.1), 0.01]);
  });

  it('ends early where the validation error stalls for as long as it may, with a test and a note', async () => {
    const { options, calls, saved, notes } = setUp({ steps: 400, patience: 3 }, [5, 4, 4, 5, 4, 3]);
    const { events, result } = await runToEnd(options);
    expect(result).toBe('finished');
    expect(calls.steps).toBe(5 * stepsPerEpoch);
    expect(saved.map(({ kind, position }) => `${kind} ${position.step}`).slice(-2)).toEqual(['last 16', 'last 20']);
    expect(ofKind(events, 'evaluation').at(-1)).toMatchObject({ split: 'test', step: 20 });
    expect(notes).toEqual([expect.stringMatching(/early, after step 20: for 3 epochs .* 40\.00 %/)]);
  });

  it('never ends early without patience', async () => {
    const { options, calls, notes } = setUp({ steps: 40, patience: 0 }, [5]);
    await runToEnd(options);
    expect([calls.steps, notes]).toEqual([40, []]);
  });

  it('holds the rate down until the training error is low enough', async () => {
    const { options, calls } = setUp({ steps: 8, schedule: 'constant', warmup: { until: 'error', error: 0.8 } });
    await runToEnd(options);
    // Errors of 0.5 pull the running one from 1 below 0.8 within five steps.
    expect(calls.rates.map((rate) => Number(rate.toFixed(6)))).toEqual([...Array<number>(5).fill(0.01), 0.1, 0.1, 0.1]);
  });

  it('keeps where it stands as plain numbers', async () => {
    const { options, saved } = setUp({ steps: 8 });
    await runToEnd(options);
    const position = saved.at(-1)?.position;
    expect(JSON.parse(JSON.stringify(position))).toEqual(position);
    expect(position).toMatchObject({ step: 8, best: { error: 0.4, epochsSince: 0 } });
  });

  it.each([NaN, Infinity])('fails where the loss becomes %s, with the step, the rate and the way out', async (loss) => {
    const { options, calls } = setUp({ learningRate: 50 });
    const trainStep: LoopOptions['engine']['trainStep'] = () => ({
      loss: ++calls.steps === 3 ? loss : 1,
      top1Errors: 0,
    });
    const ends = runToEnd({ ...options, engine: { ...options.engine, trainStep } });
    await expect(ends).rejects.toThrow(/at step 3 with learning rate 50.*lower learning rate, such as 5\./);
  });
});
