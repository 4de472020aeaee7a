import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeContext, pathWith, temporaryFolder, writeFile } from '../testing.mjs';
import { packagesPart } from './packages.mjs';

const lockFile = {
  packages: {
    '': { name: 'project' },
    'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
    'node_modules/for-macs': { version: '1.0.0', optional: true, os: ['darwin'] },
  },
};

function makeProject(npm) {
  const made = makeContext({ env: { npm_execpath: undefined, PATH: pathWith(temporaryFolder(), 'npm', npm) } });
  writeFile(join(made.context.project, 'package-lock.json'), JSON.stringify(lockFile));
  return made.context;
}

function writeInstalled({ project }, packages) {
  writeFile(join(project, 'node_modules/.package-lock.json'), JSON.stringify({ packages }));
}

describe('the npm part', () => {
  it('compares what is installed with the lock file', () => {
    const context = makeProject('exit 1');
    expect(packagesPart.ready(context)).toBe(false);
    writeInstalled(context, { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' } });
    expect(packagesPart.ready(context)).toBe(true);
    writeInstalled(context, { 'node_modules/a': { version: '1.0.1', integrity: 'sha512-b' } });
    expect(packagesPart.ready(context)).toBe(false);
    writeInstalled(context, {});
    expect(packagesPart.ready(context)).toBe(false);
  });

  it('does not take a removal that was cut short for a complete installation', async () => {
    const context = makeProject('echo "npm error code E500" >&2; exit 1');
    writeInstalled(context, { 'node_modules/a': { version: '0.9.0' } });
    await expect(packagesPart.install(context)).rejects.toThrow(
      'npm ci failed (npm error code E500). Run the same command again.',
    );
    expect(existsSync(join(context.project, 'node_modules/.package-lock.json'))).toBe(false);
  });

  it('asks the registry anew where what npm remembers is too old', async () => {
    const folder = temporaryFolder();
    const script = `echo "$*" >> ${folder}/calls; case "$*" in *prefer-offline*) echo "npm error code ETARGET" >&2; exit 1;; esac`;
    const context = makeProject(script);
    await packagesPart.install(context);
    const calls = readFileSync(join(folder, 'calls'), 'utf8')
      .trim()
      .split('\n')
      .filter((call) => call.startsWith('ci '));
    expect(calls.map((call) => /--prefer-(\w+)/.exec(call)?.[1])).toEqual(['offline', 'online']);
  });

  it('says soon that there is no network, and still uses what npm has kept', async () => {
    const unreachable = 'echo "npm error code EAI_AGAIN" >&2; exit 1';
    const nothingKept = makeProject(
      `case "$*" in "ci --offline"*) echo ENOTCACHED >&2; exit 1;; *) ${unreachable};; esac`,
    );
    await expect(packagesPart.install(nothingKept)).rejects.toThrow(
      /^npm ci failed: the network, .* cannot be reached/,
    );
    const allKept = makeProject(`case "$*" in "ci --offline"*) exit 0;; *) ${unreachable};; esac`);
    expect(await packagesPart.install(allKept)).toMatch(/packages$/);
  });

  it('says that npm is missing', async () => {
    const context = makeProject('exit 1');
    await expect(packagesPart.install({ ...context, env: { PATH: temporaryFolder() } })).rejects.toThrow(
      /^npm is missing/,
    );
  });
});
