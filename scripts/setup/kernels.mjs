import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findCompiler, linkedToTensorflow, loadingFault } from './compiler.mjs';
import { readJson, writeJson } from './disk.mjs';
import { explainFailure } from './errors.mjs';
import { tensorflowPlan } from './tensorflow.mjs';
import { runTool } from './tools.mjs';

const avx512 = ['-DSTUDIO_LANES=16', '-mfma', '-mprefer-vector-width=512', '-mavx512f', '-mavx512vl', '-mavx512dq'];
/** Each set of instructions has a library of its own, of which the studio loads the best that the processor can run. */
const forms = [
  { name: 'avx2', flags: ['-DSTUDIO_LANES=8', '-mavx2', '-mfma'] },
  { name: 'avx512', flags: [...avx512, '-mavx512bw'] },
  // Compilers know these only since g++ 11; without them bfloat16 is TensorFlow's.
  { name: 'amx', flags: [...avx512, '-mavx512bw', '-DSTUDIO_TILES', '-mamx-tile', '-mamx-bf16'], optional: true },
];
const common = ['-std=c++17', '-fPIC', '-w', '-DNAPI_VERSION=8'];
/** It asks whether the processor has the instructions, so it must not need them. */
const entry = 'module.cc';

const fileOf = ({ name }) => `studio_kernels_${name}.node`;
/** Those of the forms that the compiler could make. */
const formsIn = (folder) => forms.filter((form) => existsSync(join(folder, fileOf(form))));

/** @param {import('./paths.mjs').Context} context */
function kernelsPlan(context) {
  const tensorflow = tensorflowPlan(context);
  const modules = join(context.project, 'node_modules');
  const sources = join(context.project, 'src', 'native');
  const hash = createHash('sha256').update(JSON.stringify([forms, common, tensorflow.key]));
  for (const name of readdirSync(sources).sort()) hash.update(name).update(readFileSync(join(sources, name)));
  const key = hash.digest('hex').slice(0, 16);
  return {
    key,
    sources,
    modules,
    library: join(tensorflow.folder, 'tensorflow'),
    cached: join(context.cache, 'kernels', key),
    target: join(modules, '@tensorflow', 'tfjs-node-gpu', 'lib', 'napi-v8'),
    stamp: join(modules, '.residual-studio', 'kernels.json'),
  };
}

/** @type {import('../setup.mjs').Part} */
export const kernelsPart = {
  name: 'kernels',
  title: "The studio's kernels",

  ready(context) {
    const { key, library, target, stamp } = kernelsPlan(context);
    const made = readJson(stamp);
    const there = made?.files?.every((file) => existsSync(join(target, file)));
    return made?.key === key && made.library === library && Boolean(there);
  },

  check(context) {
    const { cached } = kernelsPlan(context);
    if (!existsSync(cached)) findCompiler(context.env);
  },

  async install(context) {
    const plan = kernelsPlan(context);
    const reused = existsSync(plan.cached) && !(await loadingFault(join(plan.cached, fileOf(forms[0]))));
    if (!reused) await compileAll(context, plan);
    mkdirSync(plan.target, { recursive: true });
    const files = formsIn(plan.cached).map(fileOf);
    for (const name of files) {
      copyFileSync(join(plan.cached, name), join(plan.target, `${name}.partial`));
      renameSync(join(plan.target, `${name}.partial`), join(plan.target, name));
    }
    writeJson(plan.stamp, { key: plan.key, library: plan.library, files });
    return reused ? 'compiled earlier, taken from the cache' : 'compiled';
  },
};

async function compileAll({ env, report }, plan) {
  const compiler = findCompiler(env);
  const partial = `${plan.cached}.partial`;
  rmSync(partial, { recursive: true, force: true });
  const startedAt = Date.now();
  const measure = () => report.progress(`compiling: ${Math.round((Date.now() - startedAt) / 1000)} s so far`);
  const known = await Promise.all(forms.map((form) => !form.optional || knows(compiler, form.flags, env)));
  const made = forms.filter((_, index) => known[index]);
  await Promise.all(made.map((form) => compile(form, { compiler, env, measure, folder: partial, ...plan })));
  for (const form of made) {
    const fault = await loadingFault(join(partial, fileOf(form)));
    if (fault) throw explainFailure("The studio's compiled kernels do not load", fault, 'TensorFlow needs glibc 2.27.');
    rmSync(join(partial, form.name), { recursive: true });
  }
  rmSync(plan.cached, { recursive: true, force: true });
  renameSync(partial, plan.cached);
}

/** Whether the compiler has an option for these instructions. */
async function knows(compiler, flags, env) {
  return (await runTool(compiler, [...flags, '-x', 'c++', '-fsyntax-only', '/dev/null'], { env })).ok;
}

async function compile(form, { compiler, env, measure, folder, sources, modules, library }) {
  const objects = join(folder, form.name);
  mkdirSync(objects, { recursive: true });
  const definitions = form.flags.filter((flag) => flag.startsWith('-D'));
  const includes = [`-I${join(library, 'include')}`, `-I${join(modules, 'node-api-headers', 'include')}`];
  const kernels = readdirSync(sources).filter((name) => name.endsWith('.cc') && name !== entry);
  const run = async (args) => {
    const result = await runTool(compiler, [...common, ...args], { cwd: objects, env, measure });
    if (!result.ok)
      throw explainFailure(
        `${compiler} could not compile the studio's kernels`,
        result.output,
        'A compiler with C++17 and AVX-512 is needed, such as g++ 9 or later.',
      );
  };
  await run(['-O3', '-c', ...form.flags, ...includes, ...kernels.map((name) => join(sources, name))]);
  await run(
    ['-O2', '-shared', ...definitions, ...includes, join(sources, entry)]
      .concat(kernels.map((name) => name.replace(/\.cc$/, '.o')))
      .concat(linkedToTensorflow(library), ['-o', join(folder, fileOf(form))]),
  );
}
