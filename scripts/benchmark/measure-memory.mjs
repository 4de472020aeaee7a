import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from '../build.mjs';
import { commandLineParts, runCommand, setUp } from '../setup.mjs';
import { projectFolder } from '../setup/paths.mjs';

/** Prints predicted and measured memory of training steps: `node scripts/benchmark/measure-memory.mjs [--precision bfloat16]`. */
const cases = [
  ['resnet20', 128],
  ['resnet20', 512],
  ['resnet110', 32],
  ['resnet110', 128],
  ['resnet50', 4],
  ['resnet50', 16],
];
const mebibytes = (bytes) => Math.round(bytes / 2 ** 20);

await runCommand(async () => {
  await setUp({ wanted: commandLineParts });
  await build();
  console.log('network    batch  predicted MiB  measured MiB  difference');
  for (const [model, batch] of cases) {
    const size = ['--batch', String(batch), ...process.argv.slice(2)];
    const { predictedMemory } = await studio(['describe', model, ...size]);
    const { peakMemoryBytes } = await studio(['benchmark', '--model', model, ...size, '--steps', '2', '--warmup', '1']);
    const difference = (100 * (predictedMemory.total - peakMemoryBytes)) / peakMemoryBytes;
    const numbers = [mebibytes(predictedMemory.total), mebibytes(peakMemoryBytes), `${difference.toFixed(1)} %`];
    const widths = [13, 12, 10];
    console.log(
      [
        model.padEnd(9),
        String(batch).padStart(6),
        ...numbers.map((text, index) => String(text).padStart(widths[index])),
      ].join('  '),
    );
  }
});

async function studio(words) {
  const commandLine = join(projectFolder, 'out', 'main', 'cli.cjs');
  const { stdout } = await promisify(execFile)(process.execPath, [commandLine, ...words, '--json'], {
    maxBuffer: 2 ** 28,
  });
  return JSON.parse(stdout);
}
