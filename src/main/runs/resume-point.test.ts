import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ResponsesEvent } from '../../shared/contract/metrics';
import { checkpointMetadata } from '../engine/weights/checkpoint';
import { MetricsWriter, readMetricLines } from './metrics/metrics-file';
import { initialPosition, type Position } from '../engine/weights/position';
import { liesBefore, readResumePoint } from './resume-point';
import { endEvent, noNumbers } from './run-numbers';
import { writeTensors } from '../engine/weights/safetensors';
import { evaluationOf, sampleConfig, stepOf } from './testing';

const position: Position = {
  step: 8,
  epoch: 2,
  evaluatedStep: 8,
  best: { error: 0.25, epochsSince: 1 },
  schedule: {
    plateau: { bestError: 0.25, epochsWithoutImprovement: 1, divisions: 2 },
    warmup: { trainingError: 0.5, done: true },
  },
};

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'resume-'));
  onTestFinished(() => rm(path, { recursive: true }));
  return path;
}

describe('readResumePoint', () => {
  it('finds again where a checkpoint was written', async () => {
    const path = join(await folder(), 'last.safetensors');
    const tensors = [{ name: 'fc.bias', shape: [2], data: Float32Array.of(1, 2) }];
    await writeTensors(path, { metadata: checkpointMetadata(sampleConfig, position), tensors });
    expect(await readResumePoint(path)).toEqual({ position, tensors });
  });

  it('begins anew where there is none', async () => {
    const path = join(await folder(), 'last.safetensors');
    expect(await readResumePoint(path)).toEqual({ position: initialPosition, tensors: null });
  });

  it('names a file that is damaged, or that tells nothing of its run', async () => {
    const path = join(await folder(), 'last.safetensors');
    await writeFile(path, 'nonsense');
    await expect(readResumePoint(path)).rejects.toThrow(path);
    await writeTensors(path, { metadata: { step: '8', schedule: 'nonsense' }, tensors: [] });
    await expect(readResumePoint(path)).rejects.toThrow(/does not say where its run stood.*--weights/);
  });
});

describe('the metrics of a resumed run', () => {
  const responses = (step: number): ResponsesEvent => ({
    event: 'responses',
    step,
    epoch: 1,
    layers: ['conv1'],
    standardDeviations: [1],
  });
  const before = [stepOf(4), responses(4), evaluationOf('validation', 4, 0.25), stepOf(8)];
  const atEpochsEnd = [responses(8), evaluationOf('validation', 8, 0.5)];
  const after = [stepOf(9), evaluationOf('test', 9, 0.5), endEvent('sample', 'stopped', noNumbers)];

  it.each([
    { evaluatedStep: 8, kept: [...before, ...atEpochsEnd] },
    { evaluatedStep: 4, kept: before },
  ])('are cut at its checkpoint, evaluated at $evaluatedStep', async ({ evaluatedStep, kept }) => {
    const path = join(await folder(), 'metrics.jsonl');
    const writer = new MetricsWriter(path);
    writer.append([...before, ...atEpochsEnd, ...after]);
    expect(writer.rewind((event) => liesBefore({ ...position, evaluatedStep }, event))).toEqual(kept);
    expect(writer.lines).toBe(kept.length);
    writer.append([stepOf(9)]);
    await writer.close();
    expect((await readMetricLines(path, 0)).events).toEqual([...kept, stepOf(9)]);
  });
});
