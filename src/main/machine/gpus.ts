import type { CudaLibraries } from '../../shared/contract/device';
import { type DeviceChoice, type Gpu } from '../../shared/contract/device';
import { UserError } from '../../shared/errors';
import { usableMemory } from './memory';
import { askNvidia } from './nvidia-smi';
import { message, type Message } from '../../shared/words/message';

const query = '--query-gpu=index,name,driver_version,memory.total';

/** The lines of nvidia-smi, with memory in MiB; lines that are none, such as its errors, are passed over. */
export function parseGpus(csv: string): Gpu[] {
  return csv.split('\n').flatMap((line) => {
    const match = /^(\d+), (.+), ([\d.]+), (\d+)\s*$/.exec(line.trim());
    if (!match) return [];
    const [, index, name = '', driver = '', mebibytes] = match;
    return [{ index: Number(index), name, driver, memoryBytes: Number(mebibytes) * 2 ** 20 }];
  });
}

/** The NVIDIA GPUs of this machine; none where there is no driver, or it does not answer. */
export async function listGpus(): Promise<Gpu[]> {
  try {
    return parseGpus(await askNvidia(query));
  } catch {
    return [];
  }
}

/**
 * What a process needs in its environment before it loads TensorFlow, to compute on that device. Numbers are those of
 * `nvidia-smi`; by default CUDA counts the fastest GPU first.
 */
export function deviceEnvironment(choice: DeviceChoice): Record<string, string> {
  if (choice === 'auto') return {};
  if (choice === 'cpu') return { CUDA_VISIBLE_DEVICES: '-1' };
  return { CUDA_DEVICE_ORDER: 'PCI_BUS_ID', CUDA_VISIBLE_DEVICES: String(Number(choice)) };
}

/** What `deviceEnvironment` set; `auto` where a number leaves open which GPU it is. */
export function chosenDevice(environment: NodeJS.ProcessEnv): DeviceChoice {
  return environment['CUDA_VISIBLE_DEVICES'] === '-1' ? 'cpu' : 'auto';
}

/** @throws UserError where a GPU is chosen that this machine does not have, with those that it has. */
export async function checkDevice(choice: DeviceChoice, list: () => Promise<readonly Gpu[]> = listGpus): Promise<void> {
  if (choice === 'auto' || choice === 'cpu') return;
  const gpus = await list();
  if (gpus.some(({ index }) => index === Number(choice))) return;
  const known = gpus.map(({ index, name }) => `${index} (${name})`).join(', ');
  throw new UserError(
    gpus.length === 0 ? message('devices.noDriver', { choice }) : message('devices.unknownGpu', { choice, known }),
  );
}

/** "CUDA 12.9.79, cuDNN 9.28.0.42" */
export function cudaWords({ runtime, cudnn }: CudaLibraries): Message {
  if (runtime === null) {
    return cudnn === null ? message('devices.versionsUnknown') : message('devices.cudaUnknown', { cudnn });
  }
  return cudnn === null ? message('devices.cudaAlone', { runtime }) : message('devices.cuda', { runtime, cudnn });
}

/** NVIDIA's least driver for every release of CUDA 12, on Linux. */
const leastDriver = '525.60.13';

/**
 * Why the CPU computes although there is a GPU or a build for one, and the way out; null where all is as it should be.
 * @param information What TensorFlow uses, and the CUDA libraries beside it.
 */
export function explainFallback(
  { devices, cuda }: { readonly devices: readonly string[]; readonly cuda: CudaLibraries | null },
  gpus: readonly Gpu[],
  choice: DeviceChoice,
): Message | null {
  if (devices.includes('GPU') || choice === 'cpu') return null;
  const [gpu] = gpus;
  if (!cuda) return gpu ? message('devices.processorsAlone', { name: gpu.name }) : null;
  const installed = { cuda: cudaWords(cuda) };
  if (!gpu) return message('devices.noDriverForGpus', installed);
  return message('devices.oldDriver', { ...installed, name: gpu.name, driver: gpu.driver, least: leastDriver });
}

/**
 * Bytes that a training may use: of a GPU where there is one, since activations lie there, else of the machine. Where
 * it is not known which of them will compute, the larger counts, so that nothing is refused that would fit.
 */
export async function trainingMemory(choice: DeviceChoice): Promise<number> {
  const gpus = choice === 'cpu' ? [] : await listGpus();
  const usable = choice === 'auto' ? gpus : gpus.filter(({ index }) => index === Number(choice));
  return Math.max(usableMemory(), ...usable.map(({ memoryBytes }) => usableMemory({ totalBytes: memoryBytes })));
}
