import { describe, expect, it } from 'vitest';
import { temporaryFolder, writeFile, writeProgram } from '../testing.mjs';
import { join } from 'node:path';
import { missingFromSystem, systemPart } from './system.mjs';
import { requireNode, requireSupportedPlatform } from './platform.mjs';

describe('the system part', () => {
  it('wants a virtual display for tests alone, and only where there is no display', () => {
    const tools = temporaryFolder();
    const names = (context) => missingFromSystem(context).map(({ file }) => file);
    expect(names({ env: { PATH: tools } })).not.toContain('Xvfb');
    expect(names({ env: { PATH: tools, DISPLAY: ':0' }, virtualDisplay: true })).not.toContain('Xvfb');
    expect(names({ env: { PATH: tools }, virtualDisplay: true })).toContain('Xvfb');
    writeProgram(tools, 'Xvfb', '');
    expect(names({ env: { PATH: tools }, virtualDisplay: true })).not.toContain('Xvfb');
  });

  it('names the command for an ordinary user, with packages that the distribution knows', () => {
    const tools = temporaryFolder();
    writeProgram(tools, 'apt-get', 'exit 1');
    writeProgram(tools, 'apt-cache', '[ "$3" = xvfb ]');
    const context = { env: { PATH: tools }, virtualDisplay: true, isRoot: false };
    expect(() => systemPart.check(context)).toThrow(
      /^Electron needs .*Xvfb: run sudo apt-get install .*xvfb, then the same command again/,
    );
  });

  it('names the files where there is no apt-get', () => {
    const context = { env: { PATH: temporaryFolder() }, virtualDisplay: true };
    expect(() => systemPart.check(context)).toThrow(/^Electron needs .*Xvfb, which this system lacks/);
  });

  it('reads the package lists anew where they are empty', async () => {
    const tools = temporaryFolder();
    writeProgram(tools, 'dpkg', '');
    writeProgram(tools, 'apt-cache', 'exit 1');
    writeProgram(
      tools,
      'apt-get',
      `if [ "$1" = update ]; then : > '${tools}/lists'; exit 0; fi
[ -e '${tools}/lists' ] || { echo "E: Unable to locate package xvfb" >&2; exit 100; }
: > '${tools}/Xvfb'; /bin/chmod +x '${tools}/Xvfb'`,
    );
    const report = { progress: () => {} };
    const present = ['libgtk-3.so.0', 'libnss3.so', 'libasound.so.2', 'libgbm.so.1', 'libXss.so.1'];
    for (const name of present) writeFile(join(tools, name), '');
    const context = { env: { PATH: tools, LD_LIBRARY_PATH: tools }, virtualDisplay: true, isRoot: true, report };
    expect(await systemPart.install(context)).toBe('xvfb');
    expect(systemPart.ready(context)).toBe(true);
  });
});

describe('the platform', () => {
  it('is Linux on x64 with a recent glibc', () => {
    expect(() => requireSupportedPlatform('linux', 'x64', '2.36')).not.toThrow();
    expect(() => requireSupportedPlatform('darwin', 'arm64', '')).toThrow(
      /^This is darwin on arm64, and .*Linux on x64/,
    );
    expect(() => requireSupportedPlatform('linux', 'arm64', '2.36')).toThrow(/^This is linux on arm64/);
    expect(() => requireSupportedPlatform('linux', 'x64', '')).toThrow(/^This Linux has no glibc/);
    expect(() => requireSupportedPlatform('linux', 'x64', '2.17')).toThrow(/^This Linux has glibc 2\.17/);
  });

  it('has Node 20 or later', () => {
    expect(() => requireNode('20.0.0')).not.toThrow();
    expect(() => requireNode('18.20.0')).toThrow(/^This is Node 18\.20\.0/);
  });
});
