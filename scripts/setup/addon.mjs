import { copyFileSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readJson, writeJson } from './disk.mjs';
import { SetupError, explainFailure } from './errors.mjs';
import { tensorflowPlan } from './tensorflow.mjs';
import { findProgram, runTool } from './tools.mjs';

const nodeApi = 8;
const sources = ['tfjs_backend.cc', 'tfjs_binding.cc'];
const compilers = ['c++', 'g++', 'clang++'];

/** @param {import('./paths.mjs').Context} context */
function addonPlan(context) {
  const tensorflow = tensorflowPlan(context);
  const modules = join(context.project, 'node_modules');
  const module = join(modules, '@tensorflow', 'tfjs-node-gpu');
  const key = `tfjs-node-${readJson(join(module, 'package.json'))?.version}-napi${nodeApi}-tensorflow-${tensorflow.key}`;
  return {
    key,
    modules,
    module,
    library: join(tensorflow.folder, 'tensorflow'),
    cached: join(context.cache, 'addon', key, 'tfjs_binding.node'),
    target: join(module, 'lib', `napi-v${nodeApi}`, 'tfjs_binding.node'),
    stamp: join(modules, '.residual-studio', 'addon.json'),
  };
}

/** @type {import('../setup.mjs').Part} */
export const addonPart = {
  name: 'addon',
  title: 'TensorFlow addon for Node',

  ready(context) {
    const { key, library, target, stamp } = addonPlan(context);
    const made = readJson(stamp);
    return made?.key === key && made.library === library && existsSync(target);
  },

  check(context) {
    if (!existsSync(addonPlan(context).cached)) findCompiler(context.env);
  },

  async install(context) {
    const plan = addonPlan(context);
    const reused = existsSync(plan.cached) && !(await loadingFault(plan.cached));
    if (!reused) await compile(context, plan);
    const temporary = `${plan.target}.partial`;
    mkdirSync(dirname(plan.target), { recursive: true });
    copyFileSync(plan.cached, temporary);
    renameSync(temporary, plan.target);
    writeJson(plan.stamp, { key: plan.key, library: plan.library });
    return reused ? 'compiled earlier, taken from the cache' : 'compiled';
  },
};

async function compile({ env, report }, { module, modules, library, cached }) {
  const compiler = findCompiler(env);
  const partial = `${cached}.partial`;
  mkdirSync(dirname(cached), { recursive: true });
  const startedAt = Date.now();
  const result = await runTool(
    compiler,
    ['-std=c++17', '-O2', '-fPIC', '-shared', '-w', `-DNAPI_VERSION=${nodeApi}`]
      .concat(['-I..', '-I.', `-I${join(library, 'include')}`, `-I${join(modules, 'node-api-headers', 'include')}`])
      .concat(sources.map((name) => join('binding', name)))
      .concat([`-L${library}`, '-l:libtensorflow_cc.so.2', '-l:libtensorflow_framework.so.2'])
      .concat([`-Wl,-rpath,${library}`, '-o', partial]),
    {
      cwd: module,
      env,
      measure: () => report.progress(`compiling: ${Math.round((Date.now() - startedAt) / 1000)} s so far`),
    },
  );
  if (!result.ok)
    throw explainFailure(
      `${compiler} could not compile the TensorFlow addon`,
      result.output,
      'A compiler with C++17 is needed, such as g++ 9 or later.',
    );
  const fault = await loadingFault(partial);
  if (fault)
    throw explainFailure(
      'The compiled TensorFlow addon does not load',
      fault,
      'TensorFlow needs glibc 2.27 or later and a processor with AVX.',
    );
  renameSync(partial, cached);
}

function findCompiler(env) {
  const compiler = [env.CXX, ...compilers]
    .filter(Boolean)
    .map((name) => findProgram(name, env))
    .find(Boolean);
  if (!compiler)
    throw new SetupError(
      'A C++ compiler is missing (c++, g++ and clang++ were looked for): install one (on Debian and Ubuntu: sudo apt-get install g++), then run the same command again.',
    );
  return compiler;
}

/** Loads the addon in a process of its own, since a library that does not suit the processor ends its process. */
async function loadingFault(path) {
  const code = 'process.dlopen({ exports: {} }, process.argv[1])';
  const result = await runTool(process.execPath, ['-e', code, path]);
  if (result.ok) return undefined;
  return result.signal ? `error: it ended with ${result.signal}` : result.output;
}
