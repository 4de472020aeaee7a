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
 * @property {string} [output] what it said, where it did not say it itself
 *
 * @typedef {object} Suite
 * @property {string} name
 * @property {string} title
 * @property {'sources' | 'build'} reads what it needs beside the npm packages: what needs no build runs before it, side
 *   by side with others of its kind
 * @property {(signal?: AbortSignal) => Promise<Outcome>} run
 */

/** Everything that has to hold; of what runs side by side the longest first. @type {Suite[]} */
export const suites = [
  check('components', 'types of the components (svelte-check)', 'svelte-check', [
    '--fail-on-warnings',
    '--tsconfig',
    './tsconfig.json',
  ]),
  check('lint', 'lint (eslint)', 'eslint', [
    '--cache',
    '--cache-location',
    'node_modules/.cache/eslint/',
    '--max-warnings',
    '0',
    '.',
  ]),
  check('types', 'types (tsc)', 'typescript', ['--noEmit', '-p', '.'], 'tsc'),
  check('format', 'formatting (prettier)', 'prettier', ['--cache', '--check', '--log-level', 'warn', '.']),
  check('imports', 'import direction (dependency-cruiser)', 'dependency-cruiser', [
    '--config',
    '.dependency-cruiser.mjs',
    'src',
  ]),
  check('unused', 'dead code (knip)', 'knip', []),
  tests('unit', 'unit tests'),
  tests('engine', 'tests that load TensorFlow'),
  tests('e2e', 'end-to-end tests in Electron'),
];

/**
 * Works at some things at once, in their order.
 * @template T
 * @param {T[]} items
 * @param {number} most how many at once
 * @param {(item: T) => Promise<void>} work
 */
export async function runSideBySide(items, most, work) {
  const waiting = [...items];
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: most }, worker));
}

/** A tool that passes or fails as a whole; what it says is kept together, since others run beside it. */
function check(name, title, packageName, args, binary = packageName) {
  return {
    name,
    title,
    reads: 'sources',
    run: async (signal) => {
      const { code, output } = await runNode(binaryOf(packageName, binary), args, { signal, kept: true });
      return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output };
    },
  };
}

/** A project of vitest's configuration; its reporter does the counting. */
function tests(name, title) {
  return {
    name,
    title,
    reads: 'build',
    run: async () => {
      const results = join(projectFolder, 'test-results', `${name}.json`);
      rmSync(results, { force: true });
      const args = ['run', '--project', name, '--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
      const { code } = await runNode(binaryOf('vitest', 'vitest'), args);
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

/** @returns {Promise<{ code: number, output: string }>} the output where it is kept instead of being shown */
function runNode(script, args, { signal, kept = false } = {}) {
  return new Promise((resolve, reject) => {
    const stdio = kept ? ['ignore', 'pipe', 'pipe'] : 'inherit';
    const child = spawn(process.execPath, [script, ...args], { cwd: projectFolder, stdio, signal });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
