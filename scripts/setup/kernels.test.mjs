import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appearance, makeContext, startNode, temporaryFolder, writeFile, writeProgram } from '../testing.mjs';
import { kernelsPart } from './kernels.mjs';
import { cacheFolder, projectFolder } from './paths.mjs';
import { tensorflowPlan } from './tensorflow.mjs';

const target = 'node_modules/@tensorflow/tfjs-node-gpu/lib/napi-v8';
const names = ['studio_kernels_amx.node', 'studio_kernels_avx2.node', 'studio_kernels_avx512.node'];
const realKernels = join(projectFolder, target, 'studio_kernels_avx2.node');
const kernelsModule = new URL('kernels.mjs', import.meta.url).href;

/**
 * @param {string} [linking] what the compiler does to link to $OUT
 * @param {string} [unknown] an argument with which it fails
 */
function makeProject(linking, unknown = 'nothing') {
  const tools = temporaryFolder();
  const script = `case "$*" in *${unknown}*) exit 1;; *-shared*) while [ "$1" != -o ]; do shift; done; OUT="$2"; ${linking};; esac`;
  if (linking) writeProgram(tools, 'c++', script);
  const made = makeContext({ env: { CXX: undefined, PATH: linking ? `${tools}:${process.env.PATH}` : tools } });
  for (const flavour of ['cpu', 'cuda'])
    writeFile(
      join(made.context.project, `resources/tensorflow/${flavour}.txt`),
      readFileSync(join(projectFolder, `resources/tensorflow/${flavour}.txt`)),
    );
  writeFile(join(made.context.project, 'src/native/module.cc'), 'entry');
  writeFile(join(made.context.project, 'src/native/kernel.cc'), 'kernel');
  return made;
}

function expectInstalled({ project }, expected = names) {
  expect(readdirSync(join(project, target)).sort()).toEqual(expected);
  for (const name of expected) expect(readFileSync(join(project, target, name))).toEqual(readFileSync(realKernels));
}

describe('the kernels part', () => {
  it('compiles once for all checkouts, and again where a source changes', async () => {
    const { context } = makeProject(`cp '${realKernels}' "$OUT"`);
    expect(kernelsPart.ready(context)).toBe(false);
    expect(await kernelsPart.install(context)).toBe('compiled');
    expect(kernelsPart.ready(context)).toBe(true);
    expectInstalled(context);
    const second = { ...makeProject().context, cache: context.cache };
    kernelsPart.check(second);
    expect(await kernelsPart.install(second)).toMatch(/from the cache/);
    expectInstalled(second);
    writeFile(join(context.project, 'src/native/kernel.cc'), 'a better kernel');
    expect(kernelsPart.ready(context)).toBe(false);
    expect(await kernelsPart.install(context)).toBe('compiled');
  });

  it('killed while it compiles, it leaves no kernels, and compiles when it is run again', async () => {
    const reached = join(temporaryFolder(), 'reached');
    const { context } = makeProject(`echo half > "$OUT"; touch ${reached}; exec sleep 600`);
    const given = { ...context, env: undefined, report: undefined };
    const code = `import { kernelsPart } from '${kernelsModule}';
      await kernelsPart.install({ ...${JSON.stringify(given)}, env: process.env, report: { line() {}, progress() {} } });`;
    const { child, ended } = startNode(code, context.env);
    await appearance(reached);
    child.kill('SIGKILL');
    await ended;
    expect(existsSync(join(context.project, target))).toBe(false);
    const again = { ...makeProject(`cp '${realKernels}' "$OUT"`).context, cache: context.cache };
    expect(await kernelsPart.install(again)).toBe('compiled');
    expectInstalled(again);
  });

  it('does without tiles where the compiler does not know them', async () => {
    const { context } = makeProject(`cp '${realKernels}' "$OUT"`, '-fsyntax-only');
    expect(await kernelsPart.install(context)).toBe('compiled');
    expect(kernelsPart.ready(context)).toBe(true);
    expectInstalled(context, names.slice(1));
  });

  it('says that the compiler is missing', () => {
    expect(() => kernelsPart.check(makeProject().context)).toThrow(/^A C\+\+ compiler is missing/);
  });

  it('says what the compiler said, and keeps nothing that does not load', async () => {
    const failing = makeProject('echo "fatal error: no such header" >&2; exit 1').context;
    await expect(kernelsPart.install(failing)).rejects.toThrow(/could not compile .*no such header/);
    const broken = makeProject('echo nonsense > "$OUT"').context;
    await expect(kernelsPart.install(broken)).rejects.toThrow(/do not load/);
    expect(kernelsPart.ready(broken)).toBe(false);
    expect(existsSync(join(broken.project, target))).toBe(false);
  });

  it('links to the library in the cache', () => {
    const { folder } = tensorflowPlan({ project: projectFolder, cache: cacheFolder(), env: process.env });
    expect(readFileSync(realKernels).includes(join(folder, 'tensorflow'))).toBe(true);
  });
});
