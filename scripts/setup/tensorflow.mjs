import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { folderBytes, readJson, replaceFolder, requireFreeBytes, writeJson } from './disk.mjs';
import { SetupError } from './errors.mjs';
import { findPython } from './python.mjs';
import { formatBytes } from './report.mjs';
import { readRequirements } from './requirements.mjs';
import { downloadWheel, unpackWheel } from './wheel.mjs';

/** The two libraries hold the whole C API; of the headers those of the C API are read and what these include. */
const wantedOfTensorflow = [
  'tensorflow/libtensorflow_cc.so.2',
  'tensorflow/libtensorflow_framework.so.2',
  'tensorflow/include/LICENSE',
  'tensorflow/include/tensorflow/c/',
  'tensorflow/include/tensorflow/core/common_runtime/next_pluggable_device/c/',
  'tensorflow/include/tensorflow/core/platform/',
  'tensorflow/include/tsl/platform/',
  'tensorflow/include/xla/tsl/c/',
  'tensorflow/THIRD_PARTY_NOTICES.txt',
];
const wantedOfOthers = ['nvidia/', 'nvidia_'];
const stampName = 'complete.json';

/** Which build of TensorFlow suits this machine: "cuda" with an NVIDIA GPU, else "cpu". */
export function tensorflowFlavour(env = process.env, exists = existsSync) {
  const wish = env.RESIDUAL_STUDIO_TENSORFLOW;
  if (wish === 'cpu' || wish === 'cuda') return wish;
  if (wish) throw new SetupError(`RESIDUAL_STUDIO_TENSORFLOW is "${wish}": set it to cpu or cuda, or unset it.`);
  const signs = [
    '/proc/driver/nvidia/version',
    ...(env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'nvidia-smi')),
  ];
  return signs.some((path) => exists(path)) ? 'cuda' : 'cpu';
}

/**
 * What is wanted and where it is kept.
 * @param {import('./paths.mjs').Context} context
 */
export function tensorflowPlan({ project, cache, env }) {
  const flavour = tensorflowFlavour(env);
  const requirements = readRequirements(join(project, 'resources', 'tensorflow', `${flavour}.txt`));
  const main = requirements.wheels.find(({ name }) => name.startsWith('tensorflow'));
  if (!main) throw new Error(`${flavour}.txt names no tensorflow wheel`);
  const key = `${main.version}-${flavour}`;
  return { flavour, key, ...requirements, folder: join(cache, 'tensorflow', key) };
}

/** Stands for a wheel that is unpacked in full. */
const markOf = (partial, { name }) => join(partial, `${name}.unpacked`);

/** @type {import('../setup.mjs').Part} */
export const tensorflowPart = {
  name: 'tensorflow',
  title: 'TensorFlow library',

  ready(context) {
    const { folder, hash } = tensorflowPlan(context);
    const made = readJson(join(folder, stampName));
    return made?.requirements === hash && wantedOfTensorflow.every((prefix) => made.kept?.includes(prefix));
  },

  check(context) {
    const { folder, key, wheels, unpackedBytes } = tensorflowPlan(context);
    const partial = `${folder}.partial`;
    const left = wheels.filter((wheel) => !existsSync(markOf(partial, wheel)));
    // pip holds a wheel twice for a moment, in its temporary folder and at its destination.
    const downloads = 2 * Math.max(0, ...left.map(({ bytes }) => bytes));
    const needed = Math.max(0, unpackedBytes - folderBytes(join(partial, 'unpacked'))) + downloads;
    requireFreeBytes(partial, needed, `TensorFlow ${key}`, context.freeBytes);
    findPython(context.env);
  },

  async install(context) {
    const { folder, hash, key, wheels } = tensorflowPlan(context);
    const partial = `${folder}.partial`;
    const unpacked = join(partial, 'unpacked');
    const partialStamp = join(partial, stampName);
    if (readJson(partialStamp)?.requirements !== hash) rmSync(partial, { recursive: true, force: true });
    writeJson(partialStamp, { requirements: hash });
    const python = findPython(context.env);
    const left = wheels.filter((wheel) => !existsSync(markOf(partial, wheel)));
    for (const wheel of left) {
      const path = await downloadWheel(context, { python, wheel, folder: partial });
      const prefixes = wheel.name.startsWith('tensorflow') ? wantedOfTensorflow : wantedOfOthers;
      await unpackWheel(context, { python, path, name: wheel.name, folder: unpacked, prefixes });
      writeFileSync(markOf(partial, wheel), '');
      rmSync(dirname(path), { recursive: true });
    }
    writeJson(join(unpacked, stampName), { requirements: hash, kept: wantedOfTensorflow });
    replaceFolder(unpacked, folder);
    rmSync(partial, { recursive: true, force: true });
    return `TensorFlow ${key}, ${formatBytes(folderBytes(folder))} in ${folder}`;
  },
};
