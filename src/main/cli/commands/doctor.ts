import { existsSync } from 'node:fs';
import { mkdir, statfs } from 'node:fs/promises';
import { cpus, freemem, totalmem } from 'node:os';
import type { Command } from 'commander';
import { messageOf } from '../../../shared/errors';
import type { Act, Context } from '../context';
import { exitCodes } from '../context';
import { formatBytes } from '../text';

interface Health {
  readonly studioVersion: string;
  readonly nodeVersion: string;
  readonly platform: string;
  readonly cores: number;
  readonly tensorflowVersion: string | null;
  readonly addonVersion: string | null;
  readonly devices: readonly string[];
  /** `avx512` or `avx2` where the studio's own ops compute the common layers, else `tensorflow`. */
  readonly kernels: string | null;
  /** Whether TensorFlow computes on a GPU. */
  readonly cuda: boolean;
  readonly memory: { readonly totalBytes: number; readonly freeBytes: number };
  readonly dataFolder: string;
  /** Of the disk that holds the data folder; null where the system does not tell. */
  readonly freeDiskBytes: number | null;
  /** What is wrong, each with the way to mend it. */
  readonly problems: string[];
}

/** A checkpoint of the largest network, twice, and some data. */
const leastDiskBytes = 1024 ** 3;
const leastMemoryBytes = 2 * 1024 ** 3;

export function addDoctor(program: Command, context: Context, act: Act): void {
  program
    .command('doctor')
    .description('What computes here, memory and disk; what is wrong, and how to mend it')
    .option('--json', 'print JSON alone')
    .action(act((options: { json?: boolean }) => examine(options, context)));
}

async function examine({ json }: { json?: boolean }, context: Context): Promise<number> {
  const { withServices } = await import('../services');
  const health = await withServices(context, async ({ dataFolder, inspector }): Promise<Health> => {
    const problems: string[] = [];
    const information = await inspector.information().catch((error: unknown) => {
      problems.push(messageOf(error));
      return null;
    });
    const devices = information?.devices ?? [];
    const cuda = devices.some((device) => device.startsWith('GPU'));
    const freeDiskBytes = await freeDisk(dataFolder, problems);
    if (information && !cuda && existsSync('/proc/driver/nvidia/version')) {
      problems.push(
        'There is an NVIDIA GPU, but TensorFlow does not use it. Run "npm run setup" to install its libraries.',
      );
    }
    if (freeDiskBytes !== null && freeDiskBytes < leastDiskBytes) {
      problems.push(
        `Only ${formatBytes(freeDiskBytes)} are free in ${dataFolder}. Make room, or set RESIDUAL_STUDIO_HOME to a folder on another disk.`,
      );
    }
    if (freemem() < leastMemoryBytes) {
      problems.push(
        `Only ${formatBytes(freemem())} of memory are free. Close other programs, or train with a smaller batch.`,
      );
    }
    return {
      ...{ studioVersion: context.version, nodeVersion: process.versions.node, cores: cpus().length },
      ...{ platform: `${process.platform}-${process.arch}`, tensorflowVersion: information?.tensorflowVersion ?? null },
      ...{ addonVersion: information?.addonVersion ?? null, devices, cuda },
      kernels: information?.kernels ?? null,
      ...{ memory: { totalBytes: totalmem(), freeBytes: freemem() }, dataFolder, freeDiskBytes, problems },
    };
  });
  context.print(json ? JSON.stringify(health) : tell(health));
  return health.tensorflowVersion === null ? exitCodes.failed : exitCodes.done;
}

async function freeDisk(folder: string, problems: string[]): Promise<number | null> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    problems.push(`${messageOf(error)}. Set RESIDUAL_STUDIO_HOME to a folder that can be written.`);
    return null;
  }
  // Node has it since 18.15.
  if (typeof statfs !== 'function') return null;
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

function tell(health: Health): string {
  const { memory, freeDiskBytes, problems } = health;
  const lines = [
    ['studio', `${health.studioVersion}, Node ${health.nodeVersion}, ${health.platform}, ${health.cores} cores`],
    [
      'TensorFlow',
      health.tensorflowVersion ? `${health.tensorflowVersion}, addon ${health.addonVersion}` : 'not usable',
    ],
    ['computes on', health.devices.join(', ') || '-'],
    ['kernels', health.kernels === 'tensorflow' ? "TensorFlow's" : `the studio's, ${health.kernels ?? '-'}`],
    ['CUDA', health.cuda ? 'in use' : 'not in use'],
    ['memory', `${formatBytes(memory.freeBytes)} free of ${formatBytes(memory.totalBytes)}`],
    ['data folder', health.dataFolder],
    ['disk', freeDiskBytes === null ? '-' : `${formatBytes(freeDiskBytes)} free`],
  ];
  return [
    ...lines.map(([title = '', value]) => `${title.padEnd(13)}${value}`),
    '',
    problems.length === 0 ? 'Everything is well.' : problems.join('\n'),
  ].join('\n');
}
