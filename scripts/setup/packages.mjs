import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readJson } from './disk.mjs';
import { SetupError, explainFailure } from './errors.mjs';
import { findProgram, runTool } from './tools.mjs';

const again = 'Run the same command again.';

/** npm writes this file last, so it stands for a complete node_modules. */
const installedList = join('node_modules', '.package-lock.json');

/** @type {import('../setup.mjs').Part} */
export const packagesPart = {
  name: 'packages',
  title: 'npm packages',

  ready({ project }) {
    const wanted = readJson(join(project, 'package-lock.json'))?.packages ?? {};
    const installed = readJson(join(project, installedList))?.packages;
    return installed !== undefined && sameVersions(wanted, installed);
  },

  async install({ project, env, report }) {
    const locked = readJson(join(project, 'package-lock.json'))?.packages ?? {};
    const wanted = Object.keys(locked).filter((path) => path && suitsPlatform(locked[path]));
    // npm removes the old packages in no order: without its list a removal that was cut short is never taken for complete.
    rmSync(join(project, installedList), { force: true });
    const measure = () => {
      const there = wanted.filter((path) => existsSync(join(project, path, 'package.json'))).length;
      report.progress(`installing: ${there} of ${wanted.length} packages`);
      return there;
    };
    const { program, args } = npmCommand(env);
    const install = (...more) =>
      runTool(
        program,
        [...args, 'ci', '--no-audit', '--no-fund', '--loglevel=error', '--fetch-retry-mintimeout=2000', ...more],
        {
          cwd: project,
          env,
          measure,
        },
      );
    let result = await install('--prefer-offline');
    // What npm remembers of the registry may be older than the lock file.
    if (!result.ok && /ETARGET|ENOVERSIONS|E404/.test(result.output)) result = await install('--prefer-online');
    if (!result.ok) throw explainFailure('npm ci failed', result.output, again);
    return `${measure()} packages`;
  },
};

/** Optional packages for other platforms are in the lock file and never installed. */
function sameVersions(wanted, installed) {
  const wantedPaths = Object.keys(wanted).filter(Boolean);
  const missing = wantedPaths.filter((path) => !installed[path] && !wanted[path].optional);
  const other = Object.keys(installed).filter((path) => {
    const { version, integrity } = wanted[path] ?? {};
    return installed[path].version !== version || (integrity && installed[path].integrity !== integrity);
  });
  return missing.length === 0 && other.length === 0;
}

function suitsPlatform({ os, cpu, libc }) {
  const suits = (list, value) => !list || list.includes(value);
  return suits(os, process.platform) && suits(cpu, process.arch) && suits(libc, 'glibc');
}

/** The npm that runs this script where there is one, since it may not be on PATH. */
function npmCommand(env) {
  if (env.npm_execpath?.endsWith('npm-cli.js')) return { program: process.execPath, args: [env.npm_execpath] };
  const npm = findProgram('npm', env);
  if (!npm)
    throw new SetupError('npm is missing: install it along with Node 20 or later, then run the same command again.');
  return { program: npm, args: [] };
}
