import { createRequire } from 'node:module';
import util from 'node:util';
import type * as TensorFlow from '@tensorflow/tfjs-node-gpu';
import type { NodeJSKernelBackend } from '@tensorflow/tfjs-node-gpu/dist/nodejs_kernel_backend';
import type { CudaLibraries } from '../../shared/contract/device';
import { messageOf, UserError } from '../../shared/errors';
import { message } from '../../shared/words/message';
import { cudaLibraries } from './library';
import { loadOwnKernels, type Kernels } from './own-kernels';

/** TensorFlow in this process. */
export interface Runtime {
  readonly tf: typeof TensorFlow;
  readonly backend: NodeJSKernelBackend;
  /** Whose ops compute the common layers; the studio's own run on the processor alone. */
  readonly kernels: Kernels;
}

let loading: Promise<Runtime> | undefined;

/** tfjs-node 4.22 calls helpers that Node 23 removed (tensorflow/tfjs#8609). */
function restoreRemovedHelpers(): void {
  const removed = {
    isNullOrUndefined: (value: unknown) => value === null || value === undefined,
    isArray: (value: unknown) => Array.isArray(value),
  };
  for (const [name, helper] of Object.entries(removed)) {
    if (!(name in util)) Object.defineProperty(util, name, { value: helper });
  }
}

/** The library reads these once, when it is loaded. */
function prepareEnvironment(): void {
  process.env['TF_CPP_MIN_LOG_LEVEL'] ??= '2';
  // By default only processors with AVX-512 get oneDNN's kernels, though AVX2 gains as much from them.
  process.env['TF_ENABLE_ONEDNN_OPTS'] ??= '1';
  // By default the first process takes nearly all of a GPU's memory; here one trains while another classifies.
  process.env['TF_FORCE_GPU_ALLOW_GROWTH'] ??= 'true';
  const threads = process.env['TF_NUM_INTRAOP_THREADS'];
  if (threads !== undefined) process.env['OMP_NUM_THREADS'] ??= threads;
}

/**
 * Lets XLA compile, for GPUs, the graphs that this process runs: one program instead of a call for each op. The first step
 * with each size of a batch takes up to a minute longer, so that it pays where many steps follow. Call it before TensorFlow
 * is loaded; TF_XLA_FLAGS, where set, decides instead.
 */
export function compileForGpus(): void {
  process.env['TF_XLA_FLAGS'] ??= '--tf_xla_auto_jit=2 --tf_xla_min_cluster_size=1';
}

async function load(): Promise<Runtime> {
  prepareEnvironment();
  restoreRemovedHelpers();
  try {
    const tf = createRequire(import.meta.url)('@tensorflow/tfjs-node-gpu') as typeof TensorFlow;
    await tf.ready();
    const backend = tf.backend() as NodeJSKernelBackend;
    return { tf, backend, kernels: backend.isUsingGpuDevice ? 'tensorflow' : loadOwnKernels() };
  } catch (error) {
    if (error instanceof UserError) throw error;
    const reason = messageOf(error).split('\n')[0] ?? '';
    throw new UserError(message('devices.notInstalled', { reason }));
  }
}

/**
 * Loads TensorFlow into this process, once. The number of threads is that of TF_NUM_INTRAOP_THREADS, else of the cores.
 * @throws UserError where the library or the addon is missing or does not start.
 */
export function loadRuntime(): Promise<Runtime> {
  loading ??= load();
  return loading;
}

export interface TensorflowInfo {
  readonly tensorflowVersion: string;
  readonly addonVersion: string;
  /** `GPU` where TensorFlow uses one, and `CPU`. */
  readonly devices: string[];
  readonly kernels: Kernels;
  /** Null where TensorFlow is built for processors alone. */
  readonly cuda: CudaLibraries | null;
}

/**
 * What computes here.
 * @throws UserError where TensorFlow is not installed or does not start.
 */
export async function tensorflowInfo(): Promise<TensorflowInfo> {
  const { tf, backend, kernels } = await loadRuntime();
  return {
    tensorflowVersion: backend.binding.TF_Version,
    addonVersion: tf.version['tfjs-node'],
    devices: backend.isUsingGpuDevice ? ['GPU', 'CPU'] : ['CPU'],
    kernels,
    cuda: cudaLibraries(),
  };
}
