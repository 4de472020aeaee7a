import { expect, it } from 'vitest';
import { machineMemory } from './memory';

const gibibyte = 1024 ** 3;
const machine = { total: 16 * gibibyte, free: 2 * gibibyte };
const of = (files: Record<string, string>) => machineMemory((path) => files[path] ?? null, machine);
const meminfo = { '/proc/meminfo': 'MemTotal:       16777216 kB\nMemAvailable:    8388608 kB\n' };

it('is that of the machine where no group limits it', () => {
  expect(of({})).toEqual({ totalBytes: 16 * gibibyte, availableBytes: 2 * gibibyte });
  const unlimited = { '/proc/self/cgroup': '0::/user.slice\n', '/sys/fs/cgroup/user.slice/memory.max': 'max\n' };
  expect(of({ ...meminfo, ...unlimited })).toEqual({ totalBytes: 16 * gibibyte, availableBytes: 8 * gibibyte });
});

it('is the least of the groups around the process (version 2)', () => {
  const files = {
    ...meminfo,
    '/proc/self/cgroup': '0::/outer/inner\n',
    '/sys/fs/cgroup/outer/inner/memory.max': 'max\n',
    '/sys/fs/cgroup/outer/memory.max': `${4 * gibibyte}\n`,
    '/sys/fs/cgroup/outer/memory.current': `${gibibyte}\n`,
  };
  expect(of(files)).toEqual({ totalBytes: 4 * gibibyte, availableBytes: 3 * gibibyte });
});

it("is a container's, which sees its own group as the root (version 1)", () => {
  const files = {
    ...meminfo,
    '/proc/self/cgroup': '5:cpu,cpuacct:/docker/1\n4:memory:/docker/1\n0::/\n',
    '/sys/fs/cgroup/memory/memory.limit_in_bytes': `${2 * gibibyte}\n`,
    '/sys/fs/cgroup/memory/memory.usage_in_bytes': `${3 * gibibyte}\n`,
  };
  expect(of(files)).toEqual({ totalBytes: 2 * gibibyte, availableBytes: 0 });
});

it('passes over the limit that version 1 writes where there is none', () => {
  const none = {
    '/proc/self/cgroup': '4:memory:/\n',
    '/sys/fs/cgroup/memory/memory.limit_in_bytes': '9223372036854771712\n',
  };
  expect(of({ ...meminfo, ...none }).totalBytes).toBe(16 * gibibyte);
});
