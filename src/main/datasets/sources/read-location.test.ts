import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeTestFolder } from '../testing';
import { readLocation } from './read-location';

const isWindows = process.platform === 'win32';

describe.skipIf(isWindows)('readLocation', () => {
  it('refuses a pipe instead of waiting for somebody to write into it', async () => {
    const path = join(await makeTestFolder(), 'pipe.png');
    execFileSync('mkfifo', [path]);
    await expect(readLocation({ name: path, file: path, zipped: false })).rejects.toThrow(
      `${path} is no file with content`,
    );
  });

  it('refuses a device that never ends', async () => {
    await expect(readLocation({ name: '/dev/zero', file: '/dev/zero', zipped: false })).rejects.toThrow('a device');
  });
});
