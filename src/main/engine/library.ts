import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { CudaLibraries } from '../../shared/contract/device';

/** Versions of pip's packages among the names of a folder, by their names. */
export function wheelVersions(names: readonly string[]): Map<string, string> {
  return new Map(
    names.flatMap((name) => {
      const match = /^(.+)-([\d.]+)\.dist-info$/.exec(name);
      return match?.[1] && match[2] ? [[match[1], match[2]]] : [];
    }),
  );
}

/** The folder that holds `tensorflow/`, of which this process has loaded the library; null where the system does not tell. */
function libraryFolder(): string | null {
  if (!existsSync('/proc/self/maps')) return null;
  const path = /\S*\/libtensorflow_cc\.so\.2$/m.exec(readFileSync('/proc/self/maps', 'utf8'))?.[0];
  return path ? dirname(dirname(path)) : null;
}

/** Null where the TensorFlow that this process has loaded is built for processors alone. */
export function cudaLibraries(): CudaLibraries | null {
  const folder = libraryFolder();
  if (!folder) return null;
  const versions = wheelVersions(readdirSync(folder));
  const version = (name: string): string | null => [...versions].find(([wheel]) => wheel.startsWith(name))?.[1] ?? null;
  const [runtime, cudnn] = [version('nvidia_cuda_runtime'), version('nvidia_cudnn')];
  return runtime || cudnn ? { runtime, cudnn } : null;
}
