import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { folderBytes } from './disk.mjs';
import { explainFailure } from './errors.mjs';
import { bytesProgress } from './report.mjs';
import { runTool } from './tools.mjs';

const unpackScript = fileURLToPath(new URL('unpack_wheel.py', import.meta.url));
/** Every wheel that a system with glibc 2.27 can load: pip takes the names literally. */
const platforms = [
  ...Array.from({ length: 23 }, (_, index) => `manylinux_2_${27 - index}_x86_64`),
  ...['manylinux2014_x86_64', 'manylinux2010_x86_64', 'manylinux1_x86_64'],
];
const again = 'Run the same command again; it goes on where it stopped.';

/**
 * Fetches one wheel through pip, which refuses it where its hash differs. What an earlier try left is checked and kept.
 * @param {import('./paths.mjs').Context} context
 * @param {{ python: string, wheel: import('./requirements.mjs').Wheel, folder: string }} request
 * @returns {Promise<string>} the wheel's path
 */
export async function downloadWheel({ report, env }, { python, wheel, folder }) {
  const place = join(folder, `${wheel.name}-${wheel.version}`);
  const temporary = join(place, 'tmp');
  rmSync(temporary, { recursive: true, force: true });
  mkdirSync(temporary, { recursive: true });
  const list = join(place, 'requirement.txt');
  writeFileSync(list, `${wheel.requirement}\n`);
  const progress = bytesProgress(report, `downloading ${wheel.name} ${wheel.version}`, wheel.bytes);
  const measure = () => {
    const bytes = folderBytes(temporary);
    progress(bytes);
    return bytes;
  };
  const targets = platforms.flatMap((platform) => ['--platform', platform]);
  const result = await runTool(
    python,
    ['-m', 'pip', 'download', '--no-input', '--disable-pip-version-check', '--progress-bar', 'off']
      .concat([
        '--no-deps',
        '--only-binary=:all:',
        '--require-hashes',
        '--python-version',
        '3.11',
        '--implementation',
        'cp',
      ])
      .concat([...targets, '--dest', place, '-r', list]),
    { env: { PIP_RETRIES: '3', ...env, TMPDIR: temporary }, measure },
  );
  if (!result.ok) throw explainFailure(`${wheel.name} ${wheel.version} could not be downloaded`, result.output, again);
  rmSync(temporary, { recursive: true, force: true });
  const name = readdirSync(place).find((entry) => entry.endsWith('.whl'));
  if (!name) throw explainFailure(`pip brought no wheel of ${wheel.name} ${wheel.version}`, result.output, again);
  return join(place, name);
}

/**
 * Takes out of a wheel the entries whose names begin with one of the prefixes.
 * @param {import('./paths.mjs').Context} context
 * @param {{ python: string, path: string, name: string, folder: string, prefixes: string[] }} request
 */
export async function unpackWheel({ report, env }, { python, path, name, folder, prefixes }) {
  mkdirSync(folder, { recursive: true });
  let show;
  const result = await runTool(python, [unpackScript, path, folder, ...prefixes], {
    env,
    onLine: (line) => {
      const [done, total] = line.split(' ').map(Number);
      show ??= bytesProgress(report, `unpacking ${name}`, total);
      show(done);
    },
  });
  if (!result.ok) throw explainFailure(`${name} could not be unpacked`, result.output, again);
}
