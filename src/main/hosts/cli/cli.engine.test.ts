import { createCanvas } from '@napi-rs/canvas';
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EndEvent, MetricEvent } from '../../../shared/contract/metrics';
import type { RunSummary } from '../../../shared/contract/run';
import { RunStore } from '../../runs/run-store';
import { readTensors, writeTensors } from '../../engine/weights/safetensors';
import { livingEndpoints } from '../../transport/local-sockets';
import type { StepProfile } from './benchmark/executor-log';
import { halfPicture, halvesSide, processesFolder, writeHalves } from '../../runs/testing';
import { commandLine, exitOf } from './testing';

/** The command line as users start it, in processes of its own. */
describe('the command line', () => {
  let home = '';
  let source = '';

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'command-line-'));
    source = await writeHalves(join(home, 'source'));
  });
  afterAll(() => rm(home, { recursive: true }));

  const start = (...words: string[]) => commandLine(home).start(...words);
  const run = (...words: string[]) => commandLine(home).run(...words);
  const training = (...words: string[]) => [
    ...['train', '--dataset', source, '--model', 'resnet8', '--batch', '32', '--augmentation', 'none'],
    ...['--schedule', 'constant', '--learning-rate', '0.05', '--json', ...words],
  ];
  const eventsOf = (output: string) =>
    output
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as MetricEvent);
  /** Starts a long training; the events so far, and the process once it computes. */
  const startTraining = async (...words: string[]) => {
    const child = start(...training('--steps', '100000', ...words));
    let notes = '';
    child.stderr.on('data', (data) => (notes += String(data)));
    const events: MetricEvent[] = [];
    const lines = createInterface(child.stdout);
    const underWay = new Promise<void>((resolve) => {
      lines.on('line', (line) => {
        events.push(JSON.parse(line) as MetricEvent);
        if (events.at(-1)?.event === 'step') resolve();
      });
    });
    await underWay;
    return { child, events, notes: () => notes, closed: new Promise((resolve) => lines.once('close', resolve)) };
  };
  const newestRun = async (): Promise<RunSummary> => {
    const [newest] = JSON.parse((await run('runs', '--json')).output) as RunSummary[];
    if (!newest) throw new Error('there is no run');
    return newest;
  };

  it('tells that TensorFlow works', async () => {
    const { exitCode, output, notes } = await run('doctor', '--json');
    expect(exitCode).toBe(0);
    // What the library says while it is loaded belongs in the log.
    expect(notes).toBe('');
    expect(await readFile(join(home, 'log.txt'), 'utf8')).toContain('oneDNN');
    expect(JSON.parse(output)).toMatchObject({
      tensorflowVersion: expect.stringMatching(/^2\./),
      addonVersion: '4.22.0',
      kernels: expect.stringMatching(/^(avx2|avx512|amx)$/),
    });
  });

  it('imports, trains, lists and classifies', async () => {
    const trained = await run(...training('--steps', '30'));
    expect(trained.exitCode).toBe(0);
    const end = eventsOf(trained.output).at(-1) as EndEvent;
    expect(end).toMatchObject({ event: 'end', state: 'finished', steps: 30 });
    expect(end.testError).toBeLessThanOrEqual(0.1);
    expect(await new RunStore(home).readEvents(end.run, 0)).toEqual(eventsOf(trained.output));

    const datasets = JSON.parse((await run('datasets', '--json')).output) as { train: number; test: number }[];
    expect(datasets).toHaveLength(1);
    expect(datasets[0]).toMatchObject({ classes: 2, test: 40 });
    expect(await newestRun()).toMatchObject({ run: end.run, state: 'finished', model: 'resnet8', steps: 30 });

    const pictures = join(home, 'pictures');
    await mkdir(pictures);
    for (const label of [0, 1])
      await writePicture(join(pictures, `half-${label}.png`), halfPicture(label, 5000 + label));
    await writeFile(join(pictures, 'text.png'), 'this is no picture');
    const classified = await run(
      'classify',
      end.run,
      pictures,
      '--json',
      '--logits',
      '--csv',
      join(home, 'classes.csv'),
    );
    expect(classified.exitCode).toBe(0);
    const [upper, lower, broken] = JSON.parse(classified.output) as {
      predictions: { class: string; probability: number }[];
      logits: number[];
      error?: string;
    }[];
    expect(upper?.predictions[0]?.class).not.toBe(lower?.predictions[0]?.class);
    expect(upper?.predictions.map((prediction) => prediction.class)).toEqual(
      lower?.predictions.map((prediction) => prediction.class).reverse(),
    );
    expect(upper?.predictions.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 6);
    expect(upper?.logits).toHaveLength(2);
    expect(broken?.error).toContain('text.png');
  });

  it('starts from the weights of a file, and classifies with one that does not say what it is for', async () => {
    const trained = eventsOf((await run(...training('--steps', '30'))).output).at(-1) as EndEvent;
    const weights = await new RunStore(home).checkpoints.find(trained.run);
    const tuned = await run(...training('--steps', '2', '--weights', weights));
    expect(tuned.exitCode).toBe(0);
    const events = eventsOf(tuned.output);
    // A network of random weights begins near the logarithm of 2.
    expect(events.find(({ event }) => event === 'step')).toMatchObject({
      loss: expect.toSatisfy((loss) => loss < 0.4),
    });
    const config = await new RunStore(home).readConfig((events.at(-1) as EndEvent).run);
    expect(config.weights).toMatchObject({ source: weights, notes: [] });

    const refused = await run(...training('--steps', '2', '--weights', weights, '--shortcut', 'B'));
    expect([refused.exitCode, refused.output]).toEqual([1, '']);
    expect(refused.notes).toContain(`${weights} does not fit: ResNet-8 needs layer2.0.downsample.0.weight`);

    const { tensors, metadata } = await readTensors(weights);
    const bare = join(home, 'bare.safetensors');
    await writeTensors(bare, { metadata: { normalization: metadata['normalization'] ?? '' }, tensors });
    await writeFile(join(home, 'names.txt'), 'bright above\nbright below\n');
    await writePicture(join(home, 'lower.png'), halfPicture(1, 77));
    const words = ['--model', 'resnet8', '--classes', join(home, 'names.txt'), '--json'];
    const classified = await run('classify', bare, join(home, 'lower.png'), ...words);
    expect(classified.notes).toContain('Pictures of 8x8x1 are assumed.');
    expect(JSON.parse(classified.output)).toMatchObject([{ predictions: [{ class: 'bright below' }, {}] }]);
  });

  it('trains by the options of a recipe, and says on standard error which precision it took', async () => {
    const options = ['--optimizer', 'adamw', '--learning-rate', '0.003', '--ema', '0.5', '--label-smoothing', '0.1'];
    const { exitCode, output, notes } = await run(
      ...training('--steps', '40', '--recipe', 'quick', '--warmup', '4', '--precision', 'auto', ...options),
    );
    expect(exitCode).toBe(0);
    const events = eventsOf(output);
    const rates = events.flatMap((event) => (event.event === 'step' ? [event.learningRate] : []));
    expect(rates.slice(0, 5).map((rate) => Number(rate.toFixed(9)))).toEqual([0.00075, 0.0015, 0.00225, 0.003, 0.003]);
    expect((events.at(-1) as EndEvent).testError).toBeLessThanOrEqual(0.1);
    expect(notes).toMatch(/^Precision auto: .*(float32|bfloat16)/m);
  });

  it('stops with a checkpoint on Ctrl-C', async () => {
    const { child, events, closed } = await startTraining();
    child.kill('SIGINT');
    expect(await exitOf(child)).toBe(0);
    await closed;
    const end = events.at(-1) as EndEvent;
    expect(end).toMatchObject({ event: 'end', state: 'stopped' });
    expect(await newestRun()).toMatchObject({ run: end.run, state: 'stopped', hasCheckpoint: true });
  });

  it('ends with a checkpoint, as interrupted, where the wrapper that started it is killed', async () => {
    const foreground = pathToFileURL(join(import.meta.dirname, '../../../../scripts/foreground.mjs')).href;
    const words = [join(processesFolder, 'cli.cjs'), ...training('--steps', '100000')];
    const code = `import { runInForeground } from '${foreground}';
      process.exitCode = await runInForeground(process.execPath, ${JSON.stringify(words)});`;
    const wrapper = spawn(process.execPath, ['--input-type=module', '-e', code], {
      env: { ...process.env, RESIDUAL_STUDIO_HOME: home },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    await new Promise<void>((resolve) => {
      createInterface(wrapper.stdout).on('line', (line) => {
        if ((JSON.parse(line) as MetricEvent).event === 'step') resolve();
      });
    });
    const { run: orphan } = await newestRun();
    wrapper.kill('SIGKILL');
    const end = async () => {
      const { state, hasCheckpoint } = await new RunStore(home).summary(orphan);
      return [state, hasCheckpoint];
    };
    await expect.poll(end, { timeout: 60_000 }).toEqual(['interrupted', true]);
    expect((await run('resume', orphan, '--epochs', '1')).notes).toContain('name more epochs');
  });

  it('ends at once on a second Ctrl-C, without a checkpoint', async () => {
    const { child, events, notes, closed } = await startTraining('--model', 'resnet110', '--batch', '360');
    child.kill('SIGINT');
    await expect.poll(notes, { interval: 2 }).toContain('Ctrl-C again ends at once');
    child.kill('SIGINT');
    expect(await exitOf(child)).toBe(1);
    await closed;
    expect(events.at(-1)).toMatchObject({ event: 'end', state: 'interrupted' });
    expect(notes()).toContain('The run was ended at once, without a checkpoint.');
    expect(await newestRun()).toMatchObject({ state: 'interrupted', hasCheckpoint: false });
  });

  it('pauses a run of another terminal, and lets it go on', async () => {
    const { child, events, notes, closed } = await startTraining();
    const { run: id } = await newestRun();
    const paused = await run('runs', 'pause', id, '--json');
    expect(paused.exitCode).toBe(0);
    const [summary] = JSON.parse(paused.output) as [RunSummary];
    expect(summary).toMatchObject({ run: id, state: 'paused', hasCheckpoint: true });
    const { metadata } = await readTensors(new RunStore(home).checkpoints.path(id, 'last'));
    expect(metadata['step']).toBe(String(summary.steps));
    expect((await run('runs', 'pause', id)).output).toContain(`is paused after step ${summary.steps}.`);
    const went = await run('runs', 'continue', id);
    expect([went.exitCode, went.output]).toEqual([0, `Run ${id} goes on.\n`]);
    await expect.poll(() => events.filter(({ event }) => event === 'step').length).toBeGreaterThan(summary.steps);
    expect(notes()).toContain(`Paused, with a checkpoint: \`runs continue ${id}\` lets it go on.`);
    child.kill('SIGINT');
    expect(await exitOf(child)).toBe(0);
    await closed;
    const refused = await run('runs', 'pause', id);
    expect([refused.exitCode, refused.notes]).toEqual([1, expect.stringContaining('does not train (stopped)')]);
  });

  it('shows a run of another terminal, and ends it', async () => {
    const { child, closed } = await startTraining();
    const { run: id } = await newestRun();
    const watcher = start('runs', 'watch', id, '--json');
    let shown = '';
    watcher.stdout.on('data', (data) => (shown += String(data)));
    const watched = new Promise((resolve) => watcher.once('close', resolve));
    await expect.poll(() => shown, { timeout: 60_000 }).toContain('"event":"step"');
    const stopped = await run('runs', 'stop', id, '--json');
    expect([stopped.exitCode, await exitOf(child), await watched]).toEqual([0, 0, 0]);
    await closed;
    expect(JSON.parse(stopped.output)).toMatchObject([{ run: id, state: 'stopped', hasCheckpoint: true }]);
    expect(eventsOf(shown).at(-1)).toMatchObject({ event: 'end', run: id, state: 'stopped' });
    expect(await readdir(home)).not.toContain('sockets');
    const refused = await run('runs', 'stop', id);
    expect([refused.exitCode, refused.notes]).toEqual([1, expect.stringContaining('is over already (stopped)')]);
  });

  it('leaves no process behind when it is killed, and the run keeps a checkpoint', async () => {
    const { child } = await startTraining();
    child.kill('SIGKILL');
    await exitOf(child);
    const store = new RunStore(home);
    const [newest] = await store.list();
    const stateOf = async () => (await store.readState(newest?.run ?? '')).state;
    while ((await stateOf()) === 'training') await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await newestRun()).toMatchObject({ state: 'interrupted', hasCheckpoint: true });
    const events = await store.readEvents(newest?.run ?? '', 0);
    expect(events.at(-1)).toMatchObject({ event: 'end', state: 'interrupted' });
    expect(await readdir(join(home, 'sockets'))).toHaveLength(2);
    expect(await livingEndpoints(home)).toEqual([]);
    expect(await readdir(home)).not.toContain('sockets');
  });

  it('times the bare training step', async () => {
    const words = ['benchmark', '--model', 'resnet8', '--batch', '8', '--steps', '3', '--json'];
    const { exitCode, output, notes } = await run(...words);
    expect(notes).toBe('');
    expect(exitCode).toBe(0);
    const result = JSON.parse(output) as Record<string, number>;
    const texts = { engine: 'studio', model: 'resnet8', precision: 'float32' };
    expect(result).toMatchObject({ ...texts, batch: 8, threads: expect.any(Number), parameters: expect.any(Number) });
    expect(result['stepMillisMin']).toBeGreaterThan(0);
    expect(result['imagesPerSecond']).toBeCloseTo(8000 / (result['stepMillisMedian'] ?? 0), 6);
  });

  it('tells where the time of a step goes', async () => {
    const { exitCode, output } = await run(
      ...['benchmark', '--model', 'resnet8', '--batch', '8', '--steps', '2', '--profile', '--json'],
    );
    expect(exitCode).toBe(0);
    const { profile } = JSON.parse(output) as { profile: StepProfile };
    const { ops, stepMillis, betweenOpsMillis } = profile;
    expect(ops.find(({ op }) => op === 'SparseSoftmaxCrossEntropyWithLogits')?.calls).toBe(1);
    expect(ops.find(({ op }) => op.includes('Conv2D'))?.calls).toBeGreaterThan(1);
    expect(ops.reduce((sum, { millis }) => sum + millis, betweenOpsMillis)).toBeCloseTo(stepMillis, 6);
    expect(betweenOpsMillis).toBeGreaterThan(0);
  });
});

/** Writes grey pixels as a PNG file. */
async function writePicture(path: string, pixels: Uint8Array): Promise<void> {
  const canvas = createCanvas(halvesSide, halvesSide);
  const context = canvas.getContext('2d');
  const image = context.createImageData(halvesSide, halvesSide);
  pixels.forEach((value, index) => image.data.set([value, value, value, 255], 4 * index));
  context.putImageData(image, 0, 0);
  await writeFile(path, await canvas.encode('png'));
}
