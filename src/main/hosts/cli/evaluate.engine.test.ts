import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MetricEvent } from '../../../shared/contract/metrics';
import { writeHalves } from '../../runs/testing';
import { commandLine } from './testing';

describe('evaluate', () => {
  let home = '';
  let source = '';
  let run = '';
  let tested: MetricEvent | undefined;
  const studio = (...words: string[]) => commandLine(home).run(...words);

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'evaluating-'));
    source = await writeHalves(join(home, 'source'));
    const options = ['--model', 'resnet8', '--batch', '32', '--steps', '5', '--learning-rate', '0.002', '--seed', '2'];
    const { output } = await studio('train', '--dataset', source, ...options, '--augmentation', 'none', '--json');
    const events = output.trimEnd().split('\n').map((line) => JSON.parse(line) as MetricEvent); // prettier-ignore
    tested = events.find((event) => event.event === 'evaluation' && event.split === 'test');
    const end = events.at(-1);
    run = end?.event === 'end' ? end.run : '';
  });
  afterAll(() => rm(home, { recursive: true }));

  it("agrees with what the run itself said of its test pictures, and keeps it in the run's folder", async () => {
    const { exitCode, output } = await studio('evaluate', run, '--checkpoint', 'last', '--json');
    expect(exitCode).toBe(0);
    const said = JSON.parse(output);
    if (tested?.event !== 'evaluation') throw new Error('the run told no test error');
    expect(said.top1Error).toBe(tested.top1Error);
    expect(said.loss).toBeCloseTo(tested.loss, 4);
    expect(Object.keys(said)).toEqual(
      expect.arrayContaining(['loss', 'top1Error', 'top5Error', 'classes', 'confusionMatrix']),
    );
    const counts: number[][] = said.confusionMatrix;
    const wrong = (counts[0]?.[1] ?? NaN) + (counts[1]?.[0] ?? NaN);
    expect(wrong / said.pictures).toBeCloseTo(said.top1Error, 12);
    expect(said.top5Error).toBe(0);

    const kept = join(home, 'runs', run, 'evaluations', 'last-test.json');
    const content = JSON.parse(await readFile(kept, 'utf8'));
    content.evaluation.loss = 42;
    await writeFile(kept, JSON.stringify(content));
    expect(JSON.parse((await studio('evaluate', run, '--checkpoint', 'last', '--json')).output).loss).toBe(42);
    await writeFile(kept, 'damaged');
    expect(JSON.parse((await studio('evaluate', run, '--checkpoint', 'last', '--json')).output).loss).toBe(said.loss);
  });

  it('tells a table, of a bare checkpoint on a dataset too', async () => {
    const checkpoint = join(home, 'runs', run, 'checkpoints', 'last.safetensors');
    const { exitCode, output } = await studio('evaluate', checkpoint, '--dataset', source, '--split', 'train');
    expect(exitCode).toBe(0);
    expect(output).toMatch(/on the train split of .*\nloss +\d\.\d{4}\ntop-1 error/);
    expect(output).toMatch(/^ +[\d.]+ % +[\d.]+ % +[\d.]+ % +\d+  0$/m);
  });

  it.each([
    ['nothing', [], '"nothing" is neither a run nor a file.'],
    ['', ['--checkpoint', 'epoch-0007'], 'has no checkpoint "epoch-0007". It has: best, last.'],
    ['', ['--dataset', 'nowhere'], 'There is no dataset "nowhere".'],
  ])('says what is wrong: "%s" %j', async (weights, words, message) => {
    const { exitCode, notes } = await studio('evaluate', weights || run, ...words);
    expect(exitCode).toBe(1);
    expect(notes).toContain(message);
  });
});
