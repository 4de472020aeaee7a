import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { build } from '../build.mjs';
import { runCommand } from '../setup.mjs';
import { projectFolder } from '../setup/paths.mjs';

const usage = `node scripts/benchmark/on-demand.mjs FOLDER [--size 32] [--model resnet8] [--batch 64] [--steps 200] [--rounds 3]

Imports a folder of class folders (make_photographs.py makes one) twice, as copies and left where it is, and trains on
both in turns: images per second in the first epoch and over each whole run, the time of a step and of waiting for its batch, and the most
memory of the training process. How fast an import decodes says what the decoders can do. Linux only, for the memory.`;

const commandLine = join(projectFolder, 'out', 'main', 'cli.cjs');
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** The most memory that any process below this one has held, in MiB. */
function peakOfChildren(pid) {
  const peaks = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8')
      .split(' ')
      .filter(Boolean)
      .map((child) => {
        const [, kibibytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child}/status`, 'utf8')) ?? [0, 0];
        return Number(kibibytes) / 1024;
      }),
  );
  return Math.max(0, ...peaks);
}

function importInto(home, folder, size, keep) {
  const started = performance.now();
  const output = execFileSync(
    process.execPath,
    [commandLine, 'import', folder, '--size', size, '--keep', keep, '--json'],
    { env: { ...process.env, RESIDUAL_STUDIO_HOME: home }, maxBuffer: 2 ** 28, stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const seconds = (performance.now() - started) / 1000;
  const { dataset, classes } = JSON.parse(output);
  const pictures = classes.reduce((sum, { train, validation, test }) => sum + train + validation + test, 0);
  return { dataset, seconds, picturesPerSecond: pictures / seconds };
}

async function train(home, dataset, { model, batch, steps }) {
  const words = ['train', '--dataset', dataset, '--model', model, '--batch', batch, '--steps', steps, '--json'];
  const child = spawn(process.execPath, [commandLine, ...words], {
    env: { ...process.env, RESIDUAL_STUDIO_HOME: home },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [loading, step, first] = [[], [], []];
  let [peakMemory, time, state] = [0, 0, ''];
  for await (const line of createInterface(child.stdout)) {
    const event = JSON.parse(line);
    if (event.event === 'end') state = event.state;
    if (event.event !== 'step') continue;
    peakMemory = Math.max(peakMemory, peakOfChildren(child.pid));
    // The first step builds and warms.
    if (event.step > 1) {
      if (event.epoch === 1) first.push(event.loadingMillis + event.stepMillis);
      loading.push(event.loadingMillis);
      step.push(event.stepMillis);
    } else time = -event.time;
    if (event.step === Number(steps)) time += event.time;
  }
  if (state !== 'finished') throw new Error(`The run ended as ${state}.`);
  const sum = (values) => values.reduce((total, value) => total + value, 0);
  return {
    imagesPerSecond: (1000 * Number(batch) * step.length) / (sum(loading) + sum(step)),
    // In the first epoch nothing is in the cache yet.
    imagesPerSecondInFirstEpoch: (1000 * Number(batch) * first.length) / sum(first),
    stepMillis: median(step),
    loadingMillis: median(loading),
    waiting: sum(loading) / (sum(loading) + sum(step)),
    secondsWithEvaluations: time,
    peakMemoryMebibytes: Math.round(peakMemory),
  };
}

await runCommand(async () => {
  const text = (value) => ({ type: 'string', default: value });
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { size: text('32'), model: text('resnet8'), batch: text('64'), steps: text('200'), rounds: text('3') },
  });
  const [folder] = positionals;
  if (!folder) return console.log(usage);
  await build();
  const home = mkdtempSync(join(tmpdir(), 'residual-studio-benchmark-'));
  try {
    const imports = {
      copies: importInto(home, folder, values.size, 'copies'),
      originals: importInto(home, folder, values.size, 'originals'),
    };
    const runs = { copies: [], originals: [] };
    for (let round = 0; round < Number(values.rounds); round++) {
      for (const keep of ['copies', 'originals']) runs[keep].push(await train(home, imports[keep].dataset, values));
    }
    console.log(JSON.stringify({ options: values, imports, runs }, null, 2));
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
});
