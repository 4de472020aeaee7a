import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readJson } from './disk.mjs';
import { SetupError, explainFailure, isNetworkFault } from './errors.mjs';
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
    const npm = npmRunner({ project, env, measure });
    // Without a network npm asks for every package in turn, for minutes: then only what it has kept can help.
    const reached = await npm('ping', '--fetch-timeout=15000');
    const isOffline = !reached.ok && isNetworkFault(reached.output);
    let result = await npm('ci', isOffline ? '--offline' : '--prefer-offline');
    if (!result.ok && isOffline) throw explainFailure('npm ci failed', reached.output, again);
    // What npm remembers of the registry may be older than the lock file.
    if (!result.ok && /ETARGET|ENOVERSIONS|E404/.test(result.output)) result = await npm('ci', '--prefer-online');
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

/** Runs npm: the one that runs this script where there is one, since it may not be on PATH. */
function npmRunner({ project, env, measure }) {
  const isGiven = env.npm_execpath?.endsWith('npm-cli.js');
  const program = isGiven ? process.execPath : findProgram('npm', env);
  if (!program)
    throw new SetupError('npm is missing: install it along with Node 20 or later, then run the same command again.');
  const first = isGiven ? [env.npm_execpath] : [];
  const settings = ['--no-audit', '--no-fund', '--loglevel=error', '--fetch-retry-mintimeout=1000'];
  return (...args) => runTool(program, [...first, ...args, ...settings], { cwd: project, env, measure });
}
