import { mkdir, statfs } from 'node:fs/promises';
import { cpus } from 'node:os';
import type { Command } from 'commander';
import type { Gpu } from '../../../../shared/contract/device';
import { messageOf } from '../../../../shared/errors';
import { inEnglish } from '../../../../shared/words/english';
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
  /** `amx`, `avx512` or `avx2` where the studio's own ops compute the common layers, else `tensorflow`. */
  readonly kernels: string | null;
  /** Whether TensorFlow computes on a GPU. */
  readonly cuda: boolean;
  /** "CUDA 12.9.79, cuDNN 9.28.0.42"; null where TensorFlow is built for processors alone. */
  readonly cudaLibrary: string | null;
  /** As NVIDIA's driver tells of them. */
  readonly gpus: readonly Gpu[];
  /** Of the machine, or of the container that it runs in; what a training may use of it. */
  readonly memory: { readonly totalBytes: number; readonly freeBytes: number; readonly usableBytes: number };
  /** The largest batch in float32 that fits, by network. */
  readonly largestBatches: Readonly<Record<string, number>>;
  readonly dataFolder: string;
  /** Of the disk that holds the data folder; null where the system does not tell. */
  readonly freeDiskBytes: number | null;
  /** What is wrong, each with the way to mend it. */
  readonly problems: string[];
}

/** A checkpoint of the largest network, twice, and some data. */
const leastDiskBytes = 1024 ** 3;
const leastMemoryBytes = 2 * 1024 ** 3;
/** Networks whose largest batch is told. */
const sampleNetworks = ['resnet20', 'resnet110', 'resnet50'];

export function addDoctor(program: Command, context: Context, act: Act): void {
  program
    .command('doctor')
    .description('What computes here, memory and disk; what is wrong, and how to mend it')
    .option('--json', 'print JSON alone')
    .action(act((options: { json?: boolean }) => examine(options, context)));
}

async function examine({ json }: { json?: boolean }, context: Context): Promise<number> {
  const { withServices } = await import('../services');
  const { cudaWords, explainFallback, listGpus, trainingMemory } = await import('../../../machine/gpus');
  const { machineMemory } = await import('../../../machine/memory');
  const health = await withServices(context, async ({ dataFolder, inspector }): Promise<Health> => {
    const problems: string[] = [];
    const information = await inspector.request('information', undefined).catch((error: unknown) => {
      problems.push(messageOf(error));
      return null;
    });
    const gpus = await listGpus();
    const devices = information?.devices ?? [];
    const fallback = information && explainFallback(information, gpus, 'auto');
    if (fallback) problems.push(inEnglish(fallback));
    const freeDiskBytes = await freeDisk(dataFolder, problems);
    if (freeDiskBytes !== null && freeDiskBytes < leastDiskBytes) {
      problems.push(
        `Only ${formatBytes(freeDiskBytes)} are free in ${dataFolder}. Make room, or set RESIDUAL_STUDIO_HOME to a folder on another disk.`,
      );
    }
    const { totalBytes, availableBytes: freeBytes } = machineMemory();
    const memory = { totalBytes, freeBytes, usableBytes: await trainingMemory('auto') };
    if (freeBytes < leastMemoryBytes) {
      problems.push(
        `Only ${formatBytes(freeBytes)} of memory are free. Close other programs, or train with a smaller batch.`,
      );
    }
    return {
      studioVersion: context.version,
      nodeVersion: process.versions.node,
      cores: cpus().length,
      platform: `${process.platform}-${process.arch}`,
      tensorflowVersion: information?.tensorflowVersion ?? null,
      kernels: information?.kernels ?? null,
      addonVersion: information?.addonVersion ?? null,
      devices,
      cuda: devices.includes('GPU'),
      gpus,
      cudaLibrary: information?.cuda ? inEnglish(cudaWords(information.cuda)) : null,
      memory,
      largestBatches: await largestBatches(memory.usableBytes),
      dataFolder,
      freeDiskBytes,
      problems,
    };
  });
  context.print(json ? JSON.stringify(health) : tell(health));
  return health.tensorflowVersion === null ? exitCodes.failed : exitCodes.done;
}

async function largestBatches(bytes: number): Promise<Record<string, number>> {
  const { buildNetwork } = await import('../../../../shared/network/build');
  const { largestBatch } = await import('../../../../shared/network/memory');
  const { findVariant, defaultInput } = await import('../../../../shared/network/variants');
  const rows = sampleNetworks.map((name) => {
    const variant = findVariant(name);
    const { shape, classes } = defaultInput(variant);
    return [name, largestBatch(buildNetwork(variant, shape, classes), { precision: 'float32' }, bytes)] as const;
  });
  return Object.fromEntries(rows);
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

const gpuText = ({ index, name, driver, memoryBytes }: Gpu): string =>
  `${index}: ${name}, driver ${driver}, ${formatBytes(memoryBytes)}`;

function tell(health: Health): string {
  const { memory, freeDiskBytes, problems, gpus, largestBatches } = health;
  const library = health.cudaLibrary ?? (health.cuda ? "the system's libraries" : 'TensorFlow for processors alone');
  const batches = Object.entries(largestBatches).map(([name, batch]) => `${name} ${batch}`);
  const lines = [
    ['studio', `${health.studioVersion}, Node ${health.nodeVersion}, ${health.platform}, ${health.cores} cores`],
    [
      'TensorFlow',
      health.tensorflowVersion ? `${health.tensorflowVersion}, addon ${health.addonVersion}` : 'not usable',
    ],
    ['computes on', health.devices.join(', ') || '-'],
    ['kernels', health.kernels === 'tensorflow' ? "TensorFlow's" : `the studio's, ${health.kernels ?? '-'}`],
    ['CUDA', `${health.cuda ? 'in use' : 'not in use'}; ${library}`],
    ['GPUs', gpus.length > 0 ? gpus.map(gpuText).join('; ') : 'none: no NVIDIA driver answers'],
    ['memory', `${formatBytes(memory.freeBytes)} free of ${formatBytes(memory.totalBytes)}`],
    ['largest batch', batches.join(', ')],
    ['data folder', health.dataFolder],
    ['disk', freeDiskBytes === null ? '-' : `${formatBytes(freeDiskBytes)} free`],
  ];
  return [
    ...lines.map(([title = '', value]) => `${title.padEnd(15)}${value}`),
    '',
    problems.length === 0 ? 'Everything is well.' : problems.join('\n'),
  ].join('\n');
}
