import { existsSync } from 'node:fs';
import { z } from 'zod';
import type { MetricEvent } from '../../shared/contract/metrics';
import { UserError } from '../../shared/errors';
import { message } from '../../shared/words/message';
import { initialPosition, positionSchema, type Position } from '../engine/weights/position';
import { assertFiniteTensors, readTensors } from '../engine/weights/safetensors';
import type { NamedTensor } from '../engine/state';

/** From where a run goes on: what the last checkpoint holds, or the very beginning. */
export interface ResumePoint {
  readonly position: Position;
  /** Everything that the engine needs to go on; null before the first step. */
  readonly tensors: NamedTensor[] | null;
}

const beginning: ResumePoint = { position: initialPosition, tensors: null };

const numberText = z.string().regex(/^\d+$/).transform(Number);
const jsonText = z.string().transform((text): unknown => JSON.parse(text));
const metadataSchema = z
  .object({ step: numberText, epoch: numberText, schedule: jsonText, best: jsonText, evaluatedStep: numberText })
  .pipe(positionSchema);

/**
 * Reads the last checkpoint of a run. Without one the run begins anew, and its seed makes it the same run.
 * @throws UserError where the file is damaged.
 */
export async function readResumePoint(path: string): Promise<ResumePoint> {
  if (!existsSync(path)) return beginning;
  const { metadata, tensors } = await readTensors(path);
  const position = parsePosition(metadata);
  if (!position) {
    throw new UserError(message('runs.noPosition', { path, file: path }));
  }
  assertFiniteTensors(path, tensors);
  return { position, tensors };
}

function parsePosition(metadata: Record<string, string>): Position | undefined {
  try {
    return metadataSchema.safeParse(metadata).data;
  } catch {
    return undefined;
  }
}

/** Whether an event tells of what lies before that position, rather than of what is computed again from there. */
export function liesBefore({ step, evaluatedStep }: Position, event: MetricEvent): boolean {
  switch (event.event) {
    case 'step':
      return event.step <= step;
    case 'responses':
    case 'layers':
    case 'histograms':
      return event.step < step || (event.step === step && evaluatedStep === step);
    case 'evaluation':
      return event.split === 'validation' && event.step <= evaluatedStep;
    case 'end':
      return false;
  }
}
