import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { UserError } from '../../shared/errors';
import type { FloatType } from './graph/data-types';
import { joined, message, type Message } from '../../shared/words/message';

/** Sets of instructions that the studio's ops are compiled for, the best first. */
const forms = ['amx', 'avx512', 'avx2'] as const;

/** What computes the layers that the studio has ops of its own for: those, or TensorFlow's. */
export type Kernels = (typeof forms)[number] | 'tensorflow';

/** Whether the studio's ops compute in that type: in bfloat16 they need the processor's tiles. */
export function kernelsCompute(kernels: Kernels, type: FloatType): boolean {
  return type === 'bfloat16' ? kernels === 'amx' : kernels !== 'tensorflow';
}

const variable = 'RESIDUAL_STUDIO_KERNELS';

function wanted(): readonly Kernels[] {
  const wish = process.env[variable];
  if (!wish) return forms;
  const form = [...forms, 'tensorflow' as const].find((name) => name === wish);
  if (form) return [form];
  throw new UserError(message('devices.unknownKernels', { value: wish, forms }));
}

/** Returns what is in the way, or nothing. */
function load(require: NodeJS.Require, path: string): Message | string {
  if (!existsSync(path)) return message('devices.oldCompiler');
  return (require(path) as { fault: string }).fault;
}

/**
 * Makes the studio's own ops known to TensorFlow, which must be loaded and compute on the processor. Set-up compiles them
 * and puts them beside tfjs-node's addon. RESIDUAL_STUDIO_KERNELS asks for one form, or leaves them out.
 * @throws UserError where the processor cannot run the form that was asked for.
 */
export function loadOwnKernels(): Kernels {
  const require = createRequire(import.meta.url);
  const folder = join(dirname(require.resolve('@tensorflow/tfjs-node-gpu/package.json')), 'lib', 'napi-v8');
  const faults: Message[] = [];
  for (const form of wanted()) {
    if (form === 'tensorflow') return form;
    const fault = load(require, join(folder, `studio_kernels_${form}.node`));
    if (fault === '') return form;
    faults.push(message('files.about', { path: form, message: fault }));
  }
  if (process.env[variable]) throw new UserError(message('devices.unsuitableKernels', { faults: joined(faults) }));
  return 'tensorflow';
}
