import type { Timing } from './own-process';

/** A training step that is timed in every engine. */
export interface Case {
  readonly model: string;
  readonly batch: number;
  readonly precision: Timing['precision'];
  /** Multiply-adds of one picture forward, in billions, from which the duration is told beforehand. */
  readonly billions: number;
}

const networks = [
  { model: 'resnet20', batch: 128, billions: 0.041 },
  { model: 'resnet110', batch: 128, billions: 0.253 },
  { model: 'resnet50', batch: 16, billions: 4.09 },
] as const;

/** Batches of a GPU, which is idle with fewer. */
const gpuBatches = { resnet20: [128, 1024], resnet110: [128, 1024], resnet50: [128] } as const;

/**
 * The steps that the project measures itself by.
 * @param machine Whether there is a GPU, and whether bfloat16 is computed by the processor's own instructions.
 */
export function casesOf({ gpu, bfloat16 }: { readonly gpu: boolean; readonly bfloat16: boolean }): Case[] {
  const precisions = gpu || bfloat16 ? (['float32', 'bfloat16'] as const) : (['float32'] as const);
  return precisions.flatMap((precision) =>
    networks.flatMap(({ model, batch, billions }) =>
      (gpu ? gpuBatches[model] : [batch]).map((pictures) => ({ model, batch: pictures, precision, billions })),
    ),
  );
}

/** How many seconds `steps` take, from the milliseconds of a step of a known case: by the multiply-adds of both. */
export function expectedSeconds(
  { batch, billions }: Pick<Case, 'batch' | 'billions'>,
  steps: number,
  known: { readonly case: Pick<Case, 'batch' | 'billions'>; readonly stepMillis: number },
): number {
  const work = (batch * billions) / (known.case.batch * known.case.billions);
  return (steps * work * known.stepMillis) / 1000;
}
