/**
 * Fills a data folder with runs as long ones leave them, to measure how the studio bears them.
 *
 *     node scripts/benchmark/make-runs.mjs --home <folder> [--runs 500] [--lines 100000]
 *
 * 500 runs of 100,000 lines take some 10 GB. The curves are those of no training, but have the shape of one.
 */
import { createHash } from 'node:crypto';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** So many runs differ from each other in their curves; the others are copies, in files of their own. */
const kinds = 10;
const stepsInEpoch = 391;
const side = 32;
const models = ['resnet20', 'resnet32', 'resnet44', 'resnet56', 'resnet110', 'plain20', 'plain56'];
const datasets = ['CIFAR-10', 'CIFAR-100', 'Fashion-MNIST', 'Photographs of the garden'];
const tags = ['paper', 'option B', 'plain', 'to show', 'longer', 'seed 2'];

const { values } = parseArgs({
  options: {
    home: { type: 'string' },
    runs: { type: 'string', default: '500' },
    lines: { type: 'string', default: '100000' },
  },
});
if (!values.home) throw new Error('Say with --home which folder to fill.');
const runs = join(resolve(values.home), 'runs');
const [count, lines] = [Number(values.runs), Number(values.lines)];
/** The runs that are made, in order. */
const names = [];
await mkdir(runs, { recursive: true });
for (let index = 0; index < count; index += 1) await makeRun(index);
console.log(`${count} runs of ${lines} lines are in ${runs}.`);

async function makeRun(index) {
  const createdAt = new Date(Date.UTC(2026, 0, 1) + index * 3_600_000);
  const model = models[index % models.length];
  const time = createdAt.toISOString().replace(/[-:]/g, '').replace('T', '-').slice(0, 15);
  const run = `${time}-${model}-${(index % 65_536).toString(16).padStart(4, '0')}`;
  const folder = join(runs, run);
  await mkdir(join(folder, 'checkpoints'), { recursive: true });
  const { epochs, steps, text } = index < kinds ? metricsOf(index) : { ...lengths(), text: null };
  const path = join(folder, 'metrics.jsonl');
  if (text === null) await copyFile(join(runs, names[index % kinds], 'metrics.jsonl'), path);
  else await writeFile(path, text);
  names.push(run);
  await writeFile(join(folder, 'config.json'), json(configOf({ run, model, index, createdAt, epochs, steps })));
  await writeFile(join(folder, 'state.json'), json(stateOf(index, createdAt, steps)));
  if (index % 3 === 0) await writeFile(join(folder, 'labels.json'), json(labelsOf(index)));
  for (const kind of ['best', 'last']) await writeFile(join(folder, 'checkpoints', `${kind}.safetensors`), '');
}

function lengths() {
  const epochs = Math.floor(lines / (stepsInEpoch + 2));
  return { epochs, steps: lines - 2 * epochs - 1 };
}

/** Steps with an evaluation and the responses of the layers after each epoch, and the end. */
function metricsOf(seed) {
  const { epochs, steps } = lengths();
  const layers = Array.from({ length: 19 }, (_, layer) => `layer${1 + (layer % 3)}.${Math.floor(layer / 6)}.conv1`);
  const noise = randomOf(seed);
  const written = [];
  for (let step = 1; step <= steps; step += 1) {
    const epoch = Math.ceil(step / stepsInEpoch);
    const loss = 2.3 * Math.exp((-3 * step) / steps) + 0.2 * noise();
    written.push(
      line({
        event: 'step',
        step,
        epoch,
        loss,
        top1Error: Math.min(1, loss / 3),
        learningRate: step < steps / 2 ? 0.1 : 0.01,
        imagesPerSecond: 400 + 50 * noise(),
        loadingMillis: noise(),
        stepMillis: 300 + 20 * noise(),
        restMillis: noise(),
        ...(step % 3 === 0 ? { residentBytes: 600e6 } : {}),
        time: 0.32 * step,
      }),
    );
    if (step % stepsInEpoch !== 0) continue;
    const error = 0.9 * Math.exp((-3 * step) / steps) + 0.01 * noise();
    written.push(
      line({
        event: 'evaluation',
        split: 'validation',
        step,
        epoch,
        loss,
        top1Error: error,
        top5Error: error / 5,
        time: 0.32 * step,
      }),
      line({ event: 'responses', step, epoch, layers, standardDeviations: layers.map(() => 1 + noise()) }),
    );
  }
  const numbers = { steps, seconds: 0.32 * steps, trainLoss: 0.2, validationError: 0.08, testError: 0.085 };
  written.push(line({ event: 'end', run: 'run', state: 'finished', ...numbers }));
  return { epochs, steps, text: written.join('') };
}

function configOf({ run, model, index, createdAt, epochs, steps }) {
  const dataset = datasets[index % datasets.length];
  return {
    version: 1,
    run,
    createdAt: createdAt.toISOString(),
    studioVersion: '0.1.0',
    name: index % 50 === 7 ? `${model} on ${dataset}, `.repeat(5) : `${model} on ${dataset}, number ${index + 1}`,
    dataset: {
      id: dataset.toLowerCase().replace(/\W+/g, '-'),
      name: dataset,
      shape: [side, side, 3],
      contentHash: createHash('sha256').update(dataset).digest('hex'),
      classes: Array.from({ length: 10 }, (_, label) => `class ${label}`),
      mirrorKeepsClass: true,
      trainCount: 50_000,
    },
    // As the CIFAR family has it, a mean for each pixel: the largest part of a config.json.
    normalization: {
      mean: Array.from({ length: side * side * 3 }, (_, pixel) => Number((0.4 + (pixel % 97) / 1000).toFixed(6))),
      standardDeviation: [0.247, 0.243, 0.261],
    },
    recipe: { name: 'paper', deviations: {} },
    training: {
      variant: model,
      batch: 128,
      epochs,
      steps,
      learningRate: 0.1,
      schedule: 'step',
      milestones: [0.5, 0.75],
      momentum: 0.9,
      weightDecay: 1e-4,
      precision: 'float32',
      seed: 1,
      augmentation: 'standard',
      shuffle: true,
      zeroInitialization: false,
      optimizer: 'sgd',
      warmup: null,
      nesterov: false,
      decayAll: false,
      labelSmoothing: 0,
      clipNorm: 0,
      ema: 0,
      patience: 0,
    },
  };
}

function stateOf(index, createdAt, steps) {
  const state = ['finished', 'finished', 'finished', 'stopped', 'failed', 'interrupted'][index % 6];
  const noise = randomOf(index)();
  return {
    version: 1,
    state,
    reason: state === 'failed' ? 'The loss is not a number any more.' : null,
    pid: null,
    updatedAt: createdAt.toISOString(),
    steps: state === 'finished' ? steps : Math.floor(steps * noise),
    seconds: 0.32 * steps,
    trainLoss: 0.2 * noise,
    validationError: 0.08 + 0.1 * noise,
    testError: state === 'finished' ? 0.085 + 0.1 * noise : null,
  };
}

function labelsOf(index) {
  return {
    version: 1,
    name: null,
    tags: [tags[index % tags.length]],
    note: index % 2 ? 'Compare with the one before.' : '',
    starred: index % 12 === 0,
    archived: index % 15 === 0,
  };
}

/** The same numbers from 0 to 1 for the same seed. */
function randomOf(seed) {
  let state = seed + 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

function line(event) {
  return `${JSON.stringify(event)}\n`;
}

function json(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}
