import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { findProgram } from './setup/tools.mjs';

/** A folder that goes away with the test. */
export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'residual-studio-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function writeFile(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}

/** A program of the given name in a folder for PATH. */
export function writeProgram(folder, name, script) {
  const path = writeFile(join(folder, name), `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

/** What a part is given, with folders of its own, and what it said. */
export function makeContext({ env = {}, ...more } = {}) {
  const root = temporaryFolder();
  const said = [];
  const report = { line: (text) => said.push(text), progress: (text) => said.push(text) };
  const context = {
    project: join(root, 'project'),
    cache: join(root, 'cache'),
    env: { ...process.env, ...env },
    report,
    ...more,
  };
  return { root, said, context };
}

/**
 * A wheel in a folder of its own, and the requirement line that names it.
 * @param {string} folder
 * @param {string} fileName
 * @param {Record<string, string>} files names and contents; a content that begins with @ is the path of a file
 */
export function writeWheel(folder, fileName, files) {
  const [module, version] = fileName.split('-');
  const information = `${module}-${version}.dist-info`;
  const name = module.replaceAll('_', '-');
  const all = {
    ...files,
    [`${information}/METADATA`]: `Metadata-Version: 2.1\nName: ${name}\nVersion: ${version}\n`,
    [`${information}/WHEEL`]: 'Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n',
    [`${information}/RECORD`]: '',
  };
  mkdirSync(folder, { recursive: true });
  const path = join(folder, fileName);
  const script = `import json, sys, zipfile
with zipfile.ZipFile(sys.argv[1], 'w') as wheel:
    for name, content in json.load(sys.stdin).items():
        wheel.write(content[1:], name) if content.startswith('@') else wheel.writestr(name, content)`;
  const made = spawnSync('python3', ['-c', script, path], { input: JSON.stringify(all), encoding: 'utf8' });
  if (made.status !== 0) throw new Error(made.stderr);
  const hash = createHash('sha256').update(readFileSync(path)).digest('hex');
  return { name, version, hash, line: `${name}==${version} --hash=sha256:${hash} # ${statSync(path).size} bytes` };
}

/** Settings that let pip see one folder and no network. */
export const onlyFrom = (folder) => ({ PIP_NO_INDEX: '1', PIP_FIND_LINKS: folder, PIP_NO_CACHE_DIR: '1' });

/** A PATH on which a script of ours stands before the real program; the script gets the real one's path as $REAL. */
export function pathWith(folder, name, script) {
  const real = findProgram(name);
  writeProgram(folder, name, `REAL='${real}'\n${script}`);
  return `${folder}${delimiter}${process.env.PATH}`;
}

/** Runs code of a module in a Node process of its own, as the set-up runs. */
export function startNode(code, env) {
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (text) => (output += text));
  child.stderr.on('data', (text) => (output += text));
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = new Promise((resolve) =>
    child.on('close', (exitCode, signal) => resolve({ exitCode, signal, output })),
  );
  return { child, ended };
}

/** Resolves once a file is there. */
export function appearance(path) {
  return new Promise((resolve) => {
    const watcher = watch(dirname(path), () => existsSync(path) && finish());
    const finish = () => {
      watcher.close();
      resolve(path);
    };
    if (existsSync(path)) finish();
  });
}
