import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appearance, makeContext, startNode, temporaryFolder, writeFile, writeProgram } from '../testing.mjs';
import { addonPart } from './addon.mjs';
import { cacheFolder, projectFolder } from './paths.mjs';
import { tensorflowPlan } from './tensorflow.mjs';

const module = 'node_modules/@tensorflow/tfjs-node-gpu';
const target = `${module}/lib/napi-v8/tfjs_binding.node`;
const realAddon = join(projectFolder, target);
const addonModule = new URL('addon.mjs', import.meta.url).href;

function makeProject(compiler, env = {}) {
  const tools = temporaryFolder();
  if (compiler) writeProgram(tools, 'c++', `while [ "$1" != -o ]; do shift; done; OUT="$2"; ${compiler}`);
  const made = makeContext({
    env: { CXX: undefined, PATH: compiler ? `${tools}:${process.env.PATH}` : tools, ...env },
  });
  const { project } = made.context;
  writeFile(join(project, module, 'package.json'), JSON.stringify({ version: '4.22.0' }));
  for (const flavour of ['cpu', 'cuda'])
    writeFile(
      join(project, `resources/tensorflow/${flavour}.txt`),
      readFileSync(join(projectFolder, `resources/tensorflow/${flavour}.txt`)),
    );
  return made;
}

function expectInstalled({ project }) {
  expect(readFileSync(join(project, target))).toEqual(readFileSync(realAddon));
  expect(readdirSync(dirname(join(project, target)))).toEqual(['tfjs_binding.node']);
}

describe('the addon part', () => {
  it('compiles once for all checkouts', async () => {
    const first = makeProject(`cp '${realAddon}' "$OUT"`);
    expect(addonPart.ready(first.context)).toBe(false);
    expect(await addonPart.install(first.context)).toBe('compiled');
    expect(addonPart.ready(first.context)).toBe(true);
    expectInstalled(first.context);
    const second = { ...makeProject().context, cache: first.context.cache };
    expect(await addonPart.install(second)).toMatch(/from the cache/);
    expectInstalled(second);
  });

  it('killed while it compiles, it leaves no addon, and compiles when it is run again', async () => {
    const folder = temporaryFolder();
    const reached = join(folder, 'reached');
    const { context } = makeProject(`echo half > "$OUT"; touch ${reached}; exec sleep 600`);
    const given = { ...context, env: undefined, report: undefined };
    const code = `import { addonPart } from '${addonModule}';
      await addonPart.install({ ...${JSON.stringify(given)}, env: process.env, report: { line() {}, progress() {} } });`;
    const { child, ended } = startNode(code, context.env);
    await appearance(reached);
    child.kill('SIGKILL');
    await ended;
    expect(existsSync(join(context.project, target))).toBe(false);
    expect(addonPart.ready(context)).toBe(false);
    const again = { ...makeProject(`cp '${realAddon}' "$OUT"`).context, cache: context.cache };
    expect(await addonPart.install(again)).toBe('compiled');
    expectInstalled(again);
  });

  it('says that the compiler is missing', () => {
    const { context } = makeProject();
    expect(() => addonPart.check(context)).toThrow(/^A C\+\+ compiler is missing.*apt-get install g\+\+/);
  });

  it('says what the compiler said, and keeps nothing that does not load', async () => {
    const failing = makeProject('echo "fatal error: no such header" >&2; exit 1').context;
    await expect(addonPart.install(failing)).rejects.toThrow(/could not compile .*no such header/);
    const broken = makeProject('echo nonsense > "$OUT"').context;
    await expect(addonPart.install(broken)).rejects.toThrow(/does not load/);
    expect(addonPart.ready(broken)).toBe(false);
    expect(existsSync(join(broken.project, target))).toBe(false);
  });

  it('is linked to the library in the cache', () => {
    const { folder } = tensorflowPlan({ project: projectFolder, cache: cacheFolder(), env: process.env });
    expect(readFileSync(realAddon).includes(join(folder, 'tensorflow'))).toBe(true);
  });
});
