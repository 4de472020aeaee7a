import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { dataFolder } from './data-folder';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

function on(platform: string, environment: Record<string, string>): void {
  vi.stubGlobal('process', {
    ...process,
    cwd: () => process.cwd(),
    platform,
    env: { HOME: '/home/ada', ...environment },
  });
}

describe('dataFolder', () => {
  it('takes the environment before the choice, and the choice before the platform', () => {
    vi.stubEnv('RESIDUAL_STUDIO_HOME', 'elsewhere');
    expect(dataFolder('/chosen')).toBe(resolve('elsewhere'));
    vi.stubEnv('RESIDUAL_STUDIO_HOME', '');
    expect(dataFolder('/chosen')).toBe(resolve('/chosen'));
  });

  it.each([
    ['linux', { XDG_DATA_HOME: '/data' }, '/data/residual-studio'],
    ['linux', {}, '.local/share/residual-studio'],
    ['darwin', {}, 'Library/Application Support/residual-studio'],
    ['win32', { APPDATA: '/roaming' }, '/roaming/residual-studio'],
    ['win32', {}, 'AppData/Roaming/residual-studio'],
  ])('is on %s with %o at %s', (platform, environment, end) => {
    on(platform, environment);
    expect(dataFolder('').endsWith(join(end))).toBe(true);
  });
});
