import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { addonPart } from './setup/addon.mjs';
import { electronPart } from './setup/electron.mjs';
import { explainError } from './setup/errors.mjs';
import { kernelsPart } from './setup/kernels.mjs';
import { withLock } from './setup/lock.mjs';
import { packagesPart } from './setup/packages.mjs';
import { cacheFolder, projectFolder } from './setup/paths.mjs';
import { requireNode, requireSupportedPlatform } from './setup/platform.mjs';
import { createReport, formatElapsed } from './setup/report.mjs';
import { systemPart } from './setup/system.mjs';
import { tensorflowPart } from './setup/tensorflow.mjs';
import { ownerVariable } from './setup/tools.mjs';

/**
 * @typedef {object} Part
 * @property {string} name
 * @property {string} title
 * @property {(context: import('./setup/paths.mjs').Context) => boolean} ready whether nothing is left to do; quick
 * @property {(context: import('./setup/paths.mjs').Context) => void} [check] throws SetupError where the part is not
 *   ready and could not become so; quick, and called for every part before the first is installed
 * @property {(context: import('./setup/paths.mjs').Context) => Promise<string>} install does it; may be repeated after
 *   an end at any point; returns a word on what was done; throws SetupError with what the user must do
 */

/** In the order in which they need each other. */
export const parts = [packagesPart, tensorflowPart, addonPart, kernelsPart, systemPart, electronPart];

/** What the command line needs. */
export const commandLineParts = [packagesPart, tensorflowPart, addonPart, kernelsPart];

/**
 * Sets up what is missing, and says on standard error what it does; nothing where all is in place.
 * @param {object} [options]
 * @param {Part[]} [options.wanted]
 * @param {Partial<import('./setup/paths.mjs').Context> & { virtualDisplay?: boolean }} [options.settings]
 */
export async function setUp({ wanted = parts, settings = {} } = {}) {
  const context = {
    project: projectFolder,
    cache: cacheFolder(),
    env: process.env,
    report: createReport(),
    ...settings,
  };
  requireNode();
  if (wanted.every((part) => part.ready(context))) return;
  requireSupportedPlatform();
  await withLock(join(context.cache, 'setup.lock'), context.report, async (id) => {
    const owned = { ...context, env: { ...context.env, [ownerVariable]: id } };
    for (const part of wanted) if (!part.ready(owned)) part.check?.(owned);
    for (const [index, part] of wanted.entries())
      await runPart(part, owned, `[${index + 1}/${wanted.length}] ${part.title}`);
  });
}

async function runPart(part, context, label) {
  const { report } = context;
  if (part.ready(context)) return report.line(`${label}: in place`);
  const startedAt = Date.now();
  report.line(`${label}: setting up`);
  report.line(
    `${label}: done in ${await part.install(context).then((what) => `${formatElapsed(startedAt)} (${what})`)}`,
  );
}

/**
 * Runs a command's work and ends it with one line where the user has to do something.
 * @param {() => Promise<void>} work
 */
export async function runCommand(work) {
  try {
    await work();
  } catch (error) {
    const explained = explainError(error);
    if (!explained) throw error;
    process.stderr.write(`${explained.message}\n`);
    process.exitCode = 1;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await runCommand(() => setUp({ settings: { virtualDisplay: true } }));
