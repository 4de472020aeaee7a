import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readJson } from './setup/disk.mjs';
import { projectFolder } from './setup/paths.mjs';

/**
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {number} failed
 * @property {number} [skipped]
 *
 * @typedef {object} Suite
 * @property {string} name
 * @property {string} title
 * @property {() => Promise<Outcome>} run
 */

/** Everything that has to hold, cheapest first. @type {Suite[]} */
export const suites = [
  check('format', 'formatting (prettier)', 'prettier', ['--cache', '--check', '--log-level', 'warn', '.']),
  check('lint', 'lint (eslint)', 'eslint', [
    '--cache',
    '--cache-location',
    'node_modules/.cache/eslint/',
    '--max-warnings',
    '0',
    '.',
  ]),
  check('imports', 'import direction (dependency-cruiser)', 'dependency-cruiser', [
    '--config',
    '.dependency-cruiser.cjs',
    'src',
  ]),
  check('types', 'types (tsc)', 'typescript', ['--noEmit', '-p', '.'], 'tsc'),
  check('components', 'types of the components (svelte-check)', 'svelte-check', [
    '--fail-on-warnings',
    '--tsconfig',
    './tsconfig.json',
  ]),
  check('unused', 'dead code (knip)', 'knip', []),
  tests('unit', 'unit tests'),
  tests('engine', 'tests that load TensorFlow'),
  tests('e2e', 'end-to-end tests in Electron'),
];

/** A tool that passes or fails as a whole. */
function check(name, title, packageName, args, binary = packageName) {
  return {
    name,
    title,
    run: async () => {
      const code = await runNode(binaryOf(packageName, binary), args);
      return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
    },
  };
}

/** A project of vitest's configuration; its reporter does the counting. */
function tests(name, title) {
  return {
    name,
    title,
    run: async () => {
      const results = join(projectFolder, 'test-results', `${name}.json`);
      rmSync(results, { force: true });
      const args = ['run', '--project', name, '--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
      const code = await runNode(binaryOf('vitest', 'vitest'), args);
      return countResults(readJson(results), code);
    },
  };
}

/**
 * What vitest's report says, so that nothing which went wrong passes for a success: no report, a file that could not be
 * loaded, an error outside any test, and a suite that ran nothing each count as a failure.
 * @param {any} report of vitest's JSON reporter
 * @param {number} code vitest's exit code
 * @returns {Outcome}
 */
export function countResults(report, code) {
  if (!report) return { passed: 0, failed: 1 };
  const { numPassedTests: passed, numFailedTests, numPendingTests = 0, numTodoTests = 0 } = report;
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const failed = numFailedTests + brokenFiles;
  const unexplained = failed === 0 && (code !== 0 || passed === 0) ? 1 : 0;
  return { passed, failed: failed + unexplained, skipped: numPendingTests + numTodoTests };
}

function binaryOf(packageName, binary) {
  const folder = join(projectFolder, 'node_modules', packageName);
  const { bin } = readJson(join(folder, 'package.json'));
  return join(folder, typeof bin === 'string' ? bin : bin[binary]);
}

function runNode(script, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], { cwd: projectFolder, stdio: 'inherit' });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}
