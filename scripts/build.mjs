import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readJson, replaceFolder, writeJson } from './setup/disk.mjs';
import { SetupError } from './setup/errors.mjs';
import { withLock } from './setup/lock.mjs';
import { projectFolder } from './setup/paths.mjs';
import { createReport, formatElapsed } from './setup/report.mjs';
import { runTool } from './setup/tools.mjs';
import { runCommand, setUp } from './setup.mjs';

const output = join(projectFolder, 'out');
const stamp = 'build.json';
const configurations = [
  'electron.vite.config.ts',
  'scripts/assembly.mjs',
  'svelte.config.js',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
  // The command line carries it along.
  'scripts/benchmark/peers.py',
];

/** Builds the app into out/ where its sources differ from those of the last build. */
export async function build({ report = createReport() } = {}) {
  if (isBuilt()) return;
  await withLock(join(projectFolder, 'node_modules', '.residual-studio', 'build.lock'), report, async () => {
    if (isBuilt()) return;
    const startedAt = Date.now();
    const sources = sourcesHash();
    const partial = `${output}.partial`;
    rmSync(partial, { recursive: true, force: true });
    report.line('Building the app');
    const program = join(projectFolder, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
    const result = await runTool(process.execPath, [program, 'build', '--outDir', partial], { cwd: projectFolder });
    if (!result.ok) {
      report.line(result.output);
      throw new SetupError('The app could not be built: correct what is named above, then run the same command again.');
    }
    writeJson(join(partial, stamp), { sources });
    replaceFolder(partial, output);
    report.line(`Building the app: done in ${formatElapsed(startedAt)}`);
  });
}

function isBuilt() {
  return existsSync(join(output, stamp)) && readJson(join(output, stamp))?.sources === sourcesHash();
}

/** Over names and contents: a checkout of another version changes times in either direction. */
function sourcesHash() {
  const sources = readdirSync(join(projectFolder, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
  const hash = createHash('sha256');
  for (const path of [...configurations.map((name) => join(projectFolder, name)), ...sources]) {
    hash
      .update(`${path.slice(projectFolder.length)}\0`)
      .update(readFileSync(path))
      .update('\0');
  }
  return hash.digest('hex');
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await runCommand(async () => {
    await setUp();
    await build();
  });
