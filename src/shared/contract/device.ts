import { z } from 'zod';
import { inEnglish } from '../words/english';
import { message, messageSchema } from '../words/message';

/** An NVIDIA GPU as its driver tells of it. */
export const gpuSchema = z.object({
  /** As `nvidia-smi` counts, from 0. */
  index: z.int().nonnegative(),
  name: z.string(),
  driver: z.string(),
  memoryBytes: z.number(),
});
export type Gpu = z.infer<typeof gpuSchema>;

/** Where a process computes: a GPU by its number, the CPU alone, or as TensorFlow finds best. */
export const deviceChoiceSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^(auto|cpu|\d{1,3})$/, { error: () => inEnglish(message('devices.wanted')) });
export type DeviceChoice = z.infer<typeof deviceChoiceSchema>;

/** What computes for the window. */
export const deviceSchema = z.object({
  /** "CPU, 2 cores" as a message, or the GPU's name. */
  device: z.union([z.string(), messageSchema]),
  /** Null where the library could not be loaded; `problem` then says why and the way out. */
  tensorflowVersion: z.string().nullable(),
  problem: z.union([z.string(), messageSchema]).nullable(),
  /** Why the CPU computes although the studio was set up for a GPU, and the way out; null where all is as it should be. */
  note: messageSchema.nullable(),
  /** "CUDA 12.9.79, cuDNN 9.28.0.42"; null where TensorFlow is built for processors alone. */
  cuda: messageSchema.nullable(),
  gpus: z.array(gpuSchema),
  /** Memory that a training may use, in bytes. */
  memoryBytes: z.number(),
});
export type Device = z.infer<typeof deviceSchema>;

/** Versions of the libraries for NVIDIA GPUs that a CUDA build of TensorFlow brings. */
export const cudaLibrariesSchema = z.object({ runtime: z.string().nullable(), cudnn: z.string().nullable() });
export type CudaLibraries = z.infer<typeof cudaLibrariesSchema>;

/** What TensorFlow tells of itself where it is loaded. */
export const tensorflowInformationSchema = z.object({
  tensorflowVersion: z.string(),
  addonVersion: z.string(),
  devices: z.array(z.string()),
  /** Whose ops compute the common layers: the studio's, for the named instructions, or TensorFlow's. */
  kernels: z.enum(['amx', 'avx512', 'avx2', 'tensorflow']),
  cuda: cudaLibrariesSchema.nullable(),
});
