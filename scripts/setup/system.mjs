import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SetupError, explainFailure } from './errors.mjs';
import { findProgram, ownerVariable, runTool } from './tools.mjs';

/** What Electron loads, with the packages that bring it: the names of Debian 13 and Ubuntu 24.04 first. */
const libraries = [
  { file: 'libgtk-3.so.0', packages: ['libgtk-3-0t64', 'libgtk-3-0'] },
  { file: 'libnss3.so', packages: ['libnss3'] },
  { file: 'libasound.so.2', packages: ['libasound2t64', 'libasound2'] },
  { file: 'libgbm.so.1', packages: ['libgbm1'] },
  { file: 'libXss.so.1', packages: ['libxss1'] },
];

/** What a window without a display needs. */
const programs = [{ file: 'Xvfb', packages: ['xvfb'] }];

const libraryFolders = ['/usr/lib/x86_64-linux-gnu', '/lib/x86_64-linux-gnu', '/usr/lib64', '/lib64', '/usr/lib'];

/**
 * What of the list this machine lacks.
 * @param {{ env: NodeJS.ProcessEnv, virtualDisplay?: boolean }} context virtualDisplay: whether Xvfb is wanted too
 */
export function missingFromSystem({ env, virtualDisplay = false }) {
  const folders = [...(env.LD_LIBRARY_PATH ?? '').split(':').filter(Boolean), ...libraryFolders];
  let missing = libraries.filter(({ file }) => !folders.some((folder) => existsSync(join(folder, file))));
  if (missing.length > 0) {
    const known =
      spawnSync('ldconfig', ['-p'], { env: { ...env, PATH: `${env.PATH}:/usr/sbin:/sbin` }, encoding: 'utf8' })
        .stdout ?? '';
    missing = missing.filter(({ file }) => !known.includes(`${file} `));
  }
  if (virtualDisplay && !env.DISPLAY) missing.push(...programs.filter(({ file }) => !findProgram(file, env)));
  return missing;
}

/** @type {import('../setup.mjs').Part} */
export const systemPart = {
  name: 'system',
  title: 'system libraries for Electron',

  ready: (context) => missingFromSystem(context).length === 0,

  check(context) {
    const { env, isRoot = process.getuid?.() === 0 } = context;
    const missing = missingFromSystem(context);
    const needs = `Electron needs ${missing.map(({ file }) => file).join(', ')}`;
    if (!findProgram('apt-get', env))
      throw new SetupError(
        `${needs}, which this system lacks: install the packages that hold them, then run the same command again.`,
      );
    if (!isRoot)
      throw new SetupError(
        `${needs}: run sudo apt-get install ${packagesFor(missing, env).join(' ')}, then the same command again.`,
      );
  },

  async install(context) {
    const missing = missingFromSystem(context);
    const result = await installAsRoot(missing, context);
    const still = missingFromSystem(context).map(({ file }) => file);
    if (!result.ok || still.length > 0)
      throw explainFailure(
        `apt-get could not install ${still.join(', ') || 'all of it'}`,
        result.output,
        'Install it by hand, then run the same command again.',
      );
    return packagesFor(missing, context.env).join(' ');
  },
};

/** The name that this release of the distribution knows; the last one where it knows none. */
function packagesFor(missing, env) {
  const isKnown = (name) => spawnSync('apt-cache', ['show', '--no-all-versions', name], { env }).status === 0;
  return missing.map(({ packages }) => packages.find(isKnown) ?? packages.at(-1));
}

async function installAsRoot(missing, { env, report }) {
  // Without the mark of this set-up: better left to finish than killed by the next one.
  const aptEnv = { ...env, DEBIAN_FRONTEND: 'noninteractive', [ownerVariable]: undefined };
  const run = (program, args) =>
    runTool(program, args, {
      env: aptEnv,
      onLine: (line) => /^(Get:|Hit:|Unpacking|Setting up)/.test(line) && report.progress(line.slice(0, 100)),
    });
  const install = () =>
    run('apt-get', [
      'install',
      '-y',
      '--no-install-recommends',
      '-o',
      'DPkg::Lock::Timeout=600',
      ...packagesFor(missing, env),
    ]);
  // An installation that was cut short has to be finished before the next.
  await run('dpkg', ['--configure', '-a']);
  const first = await install();
  if (first.ok) return first;
  const update = await run('apt-get', ['update', '-o', 'DPkg::Lock::Timeout=600']);
  return update.ok ? install() : update;
}
