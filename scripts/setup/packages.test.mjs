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
    const calls = readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n');
    expect(calls.map((call) => /--prefer-(\w+)/.exec(call)?.[1])).toEqual(['offline', 'online']);
    expect(calls.every((call) => call.startsWith('ci '))).toBe(true);
  });

  it('says that npm is missing', async () => {
    const context = makeProject('exit 1');
    await expect(packagesPart.install({ ...context, env: { PATH: temporaryFolder() } })).rejects.toThrow(
      /^npm is missing/,
    );
  });
});
