import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from '../build.mjs';
import { runCommand } from '../setup.mjs';
import { projectFolder } from '../setup/paths.mjs';

const usage = `node scripts/benchmark/import-photographs.mjs FOLDER [--python PYTHON] [--size 64] [--runs 3]

Imports a folder of class folders (make_photographs.py makes one) and has torchvision's ImageFolder with a DataLoader
of 2 workers read it, in turns. The import is timed as a whole: its start, decoding, resizing, duplicates, splits and
files. Of torchvision only the reading is timed; its packages are loaded before.`;

/** Times one import, in a data folder of its own. */
function timeStudio(folder, size) {
  const home = mkdtempSync(join(tmpdir(), 'residual-studio-benchmark-'));
  try {
    const words = [join(projectFolder, 'out', 'main', 'cli.cjs'), 'import', folder, '--size', size, '--json'];
    const started = performance.now();
    const output = execFileSync(process.execPath, words, {
      env: { ...process.env, RESIDUAL_STUDIO_HOME: home },
      maxBuffer: 2 ** 28,
    });
    const seconds = (performance.now() - started) / 1000;
    const { classes } = JSON.parse(output);
    const pictures = classes.reduce((sum, { train, validation, test }) => sum + train + validation + test, 0);
    return { pictures, seconds, picturesPerSecond: pictures / seconds };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

function timeTorchvision(folder, size, python) {
  const program = join(projectFolder, 'scripts', 'benchmark', 'torchvision_folder.py');
  return JSON.parse(execFileSync(python, [program, folder, size]));
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      python: { type: 'string', default: 'python3' },
      size: { type: 'string', default: '64' },
      runs: { type: 'string', default: '3' },
    },
  });
  const [folder] = positionals;
  if (!folder) return console.log(usage);
  await build();
  const results = { studio: [], torchvision: [] };
  for (let run = 0; run < Number(values.runs); run++) {
    results.torchvision.push(timeTorchvision(folder, values.size, values.python));
    results.studio.push(timeStudio(folder, values.size));
  }
  const speed = (name) => median(results[name].map(({ picturesPerSecond }) => picturesPerSecond));
  console.log(JSON.stringify({ ...results, ratio: speed('studio') / speed('torchvision') }, null, 2));
});
