import { copyFileSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findCompiler, linkedToTensorflow, loadingFault } from './compiler.mjs';
import { readJson, writeJson } from './disk.mjs';
import { explainFailure } from './errors.mjs';
import { tensorflowPlan } from './tensorflow.mjs';
import { runTool } from './tools.mjs';

const nodeApi = 8;
const sources = ['tfjs_backend.cc', 'tfjs_binding.cc'];

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
      .concat(linkedToTensorflow(library), ['-o', partial]),
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
