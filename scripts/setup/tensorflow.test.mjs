import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  appearance,
  makeContext,
  onlyFrom,
  pathWith,
  startNode,
  temporaryFolder,
  writeFile,
  writeProgram,
  writeWheel,
} from '../testing.mjs';
import { tensorflowFlavour, tensorflowPart, tensorflowPlan } from './tensorflow.mjs';

const library = 'the library'.repeat(1000);
const setupModule = new URL('../setup.mjs', import.meta.url).href;
const tensorflowModule = new URL('tensorflow.mjs', import.meta.url).href;

function makeProject({ env, hash, ...more } = {}) {
  const wheels = temporaryFolder();
  const made = makeContext({ env: { ...onlyFrom(wheels), RESIDUAL_STUDIO_TENSORFLOW: 'cpu', ...env }, ...more });
  const wheel = writeWheel(wheels, 'tensorflow_cpu-2.21.0-cp311-cp311-manylinux_2_27_x86_64.whl', {
    'tensorflow/libtensorflow_cc.so.2': library,
    'tensorflow/libtensorflow_framework.so.2': 'framework',
    'tensorflow/include/tensorflow/c/c_api.h': 'header',
    'tensorflow/python/keras.py': 'not wanted',
  });
  const line = hash ? wheel.line.replace(wheel.hash, hash) : wheel.line;
  writeFile(join(made.context.project, 'resources/tensorflow/cpu.txt'), `# unpacked: 20000 bytes\n${line}\n`);
  return made;
}

function expectInstalled(context) {
  const { folder } = tensorflowPlan(context);
  expect(tensorflowPart.ready(context)).toBe(true);
  expect(readFileSync(join(folder, 'tensorflow/libtensorflow_cc.so.2'), 'utf8')).toBe(library);
  expect(existsSync(join(folder, 'tensorflow/include/tensorflow/c/c_api.h'))).toBe(true);
  expect(existsSync(join(folder, 'tensorflow/python'))).toBe(false);
  expect(readdirSync(join(context.cache, 'tensorflow'))).toEqual(['2.21.0-cpu']);
}

/** Runs the part in another process with a Python that stops in the midst of a step, and kills it there. */
async function killAt(step, { context, root }) {
  const reached = join(root, 'reached');
  const script = `case "$*" in *"${step}"*) "$REAL" -c "$HALF" "$@"; echo $$ > ${reached}.new; mv ${reached}.new ${reached}; exec sleep 600;; esac\nexec "$REAL" "$@"`;
  const env = {
    ...context.env,
    PATH: pathWith(join(root, 'bin'), 'python3', script),
    HALF: `import os; os.makedirs('${context.cache}/tensorflow/2.21.0-cpu.partial/unpacked/tensorflow', exist_ok=True); open('${context.cache}/tensorflow/2.21.0-cpu.partial/unpacked/tensorflow/libtensorflow_cc.so.2', 'w').write('half')`,
  };
  const code = `import { setUp } from '${setupModule}'; import { tensorflowPart } from '${tensorflowModule}';
    await setUp({ wanted: [tensorflowPart], settings: ${JSON.stringify({ project: context.project, cache: context.cache })} });`;
  const { child, ended } = startNode(code, env);
  await Promise.race([appearance(reached), ended.then(({ output }) => Promise.reject(new Error(output)))]);
  child.kill('SIGKILL');
  await ended;
  return Number(readFileSync(reached, 'utf8'));
}

async function setUpAgain(context) {
  const { setUp } = await import('../setup.mjs');
  await setUp({ wanted: [tensorflowPart], settings: context });
}

const isRunning = (pid) =>
  existsSync(`/proc/${pid}`) && !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));

describe('the TensorFlow part', () => {
  it('keeps the libraries and the headers of the C API, and nothing else', async () => {
    const { context } = makeProject();
    expect(tensorflowPart.ready(context)).toBe(false);
    await tensorflowPart.install(context);
    expectInstalled(context);
  });

  it('unpacks again where an earlier set-up kept fewer files', async () => {
    const { context } = makeProject();
    await tensorflowPart.install(context);
    const stamp = join(tensorflowPlan(context).folder, 'complete.json');
    const made = JSON.parse(readFileSync(stamp, 'utf8'));
    writeFile(stamp, JSON.stringify({ ...made, kept: made.kept.slice(1) }));
    expect(tensorflowPart.ready(context)).toBe(false);
    await tensorflowPart.install(context);
    expectInstalled(context);
  });

  it.each(['pip download', 'unpack_wheel.py'])(
    'killed during %s, it goes on and leaves nothing half-made',
    async (step) => {
      const made = makeProject();
      const left = await killAt(step, made);
      expect(tensorflowPart.ready(made.context)).toBe(false);
      expect(isRunning(left)).toBe(true);
      await setUpAgain(made.context);
      expect(isRunning(left)).toBe(false);
      expectInstalled(made.context);
    },
  );

  it('refuses a wheel whose hash differs', async () => {
    const { context } = makeProject({ hash: '0'.repeat(64) });
    await expect(tensorflowPart.install(context)).rejects.toThrow(/^tensorflow-cpu 2.21.0 .* does not match its hash/);
    expect(existsSync(tensorflowPlan(context).folder)).toBe(false);
  });

  it('says at once that the disk is too small', () => {
    const { context, said } = makeProject({ freeBytes: 10_000 });
    expect(() => tensorflowPart.check(context)).toThrow(
      /^TensorFlow 2.21.0-cpu needs .* of free disk space .* XDG_CACHE_HOME/,
    );
    expect(said).toEqual([]);
  });

  it('says that Python or its pip is missing', () => {
    const empty = temporaryFolder();
    const none = makeProject({ env: { PATH: empty } });
    expect(() => tensorflowPart.check(none.context)).toThrow(/^Python 3 is missing.*python3-pip/);
    const folder = temporaryFolder();
    writeProgram(folder, 'python3', '[ "$1" = -c ]');
    const bare = makeProject({ env: { PATH: folder } });
    expect(() => tensorflowPart.check(bare.context)).toThrow(/^pip for Python 3 is missing.*python3-pip/);
  });

  it('says that the network cannot be reached', async () => {
    const { context } = makeProject({
      env: {
        PIP_NO_INDEX: '',
        PIP_FIND_LINKS: '',
        PIP_INDEX_URL: 'http://127.0.0.1:9/simple',
        PIP_RETRIES: '1',
        NO_PROXY: '*',
      },
    });
    await expect(tensorflowPart.install(context)).rejects.toThrow(/^tensorflow-cpu 2.21.0 .*cannot be reached/);
  });
});

describe('the choice of the build', () => {
  it('follows the graphics processor, unless it is named', () => {
    expect(tensorflowFlavour({}, () => false)).toBe('cpu');
    expect(tensorflowFlavour({}, (path) => path === '/proc/driver/nvidia/version')).toBe('cuda');
    expect(tensorflowFlavour({ PATH: '/tools' }, (path) => path === '/tools/nvidia-smi')).toBe('cuda');
    expect(tensorflowFlavour({ RESIDUAL_STUDIO_TENSORFLOW: 'cpu' }, () => true)).toBe('cpu');
    expect(() => tensorflowFlavour({ RESIDUAL_STUDIO_TENSORFLOW: 'gpu' })).toThrow(/cpu or cuda/);
  });

  it('names wheels with hashes for both', () => {
    const project = new URL('../..', import.meta.url).pathname;
    for (const flavour of ['cpu', 'cuda']) {
      const plan = tensorflowPlan({ project, cache: '/cache', env: { RESIDUAL_STUDIO_TENSORFLOW: flavour } });
      expect(plan.folder).toBe(`/cache/tensorflow/2.21.0-${flavour}`);
      expect(plan.wheels.every(({ requirement, bytes }) => requirement.includes('--hash=sha256:') && bytes > 1e6)).toBe(
        true,
      );
    }
  });
});
