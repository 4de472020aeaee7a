import { z } from 'zod';
import { inEnglish } from '../words/english';
import { message } from '../words/message';

/** Below 1 a fraction of the run, otherwise a number of steps. */
const placeSchema = z
  .number()
  .positive()
  .refine((place) => place < 1 || Number.isInteger(place), { error: () => inEnglish(message('training.fraction')) });

export const milestonesSchema = z.array(placeSchema).min(1).max(100);

/**
 * How the learning rate begins. Until a number of steps or epochs, or a fraction of the run, it grows linearly; until the
 * training error is below `error`, it is a tenth (paper, section 4.2). Null: with the whole rate.
 */
export const warmupSchema = z
  .discriminatedUnion('until', [
    z.object({ until: z.literal('step'), place: placeSchema }),
    z.object({ until: z.literal('epoch'), epochs: z.number().positive().max(1_000_000) }),
    z.object({ until: z.literal('error'), error: z.number().gt(0).lt(1) }),
  ])
  .nullable();
export type Warmup = z.infer<typeof warmupSchema>;

/** "0.01 until the training error is below 80 %" (paper, section 4.2). */
export const paperWarmup: Warmup = { until: 'error', error: 0.8 };

/** `0.5` of a run, or `32000steps`. */
function formatPlace(place: number): string {
  return place < 1 ? String(place) : `${place}steps`;
}

/** A place in a run as it is written; undefined where it is none. */
function parsePlace(text: string): number | undefined {
  const [, digits, unit] = /^(\d*\.?\d+)(steps?)?$/.exec(text.replace(/\s/g, '')) ?? [];
  const place = Number(digits);
  const fits = unit === undefined ? place > 0 && place < 1 : place >= 1 && Number.isInteger(place);
  return fits ? place : undefined;
}

/** `0.5, 0.75` or `32000steps, 48000steps` */
export function formatMilestones(places: readonly number[]): string {
  return places.map(formatPlace).join(', ');
}

/** Undefined where the text is none. */
export function parseMilestones(text: string): number[] | undefined {
  const places = text.split(',').flatMap((part) => parsePlace(part) ?? []);
  return places.length === text.split(',').length ? places : undefined;
}

/** A warm-up as it is written: `none`, `0.05` of the run, `400steps`, `5epochs`, or `paper`. */
export function formatWarmup(warmup: Warmup): string {
  if (warmup === null) return 'none';
  if (warmup.until === 'step') return formatPlace(warmup.place);
  return warmup.until === 'epoch' ? `${warmup.epochs}epochs` : 'paper';
}

/** Null is no warm-up, undefined a text that is none of these. */
export function parseWarmup(text: string): Warmup | undefined {
  const word = text.replace(/\s/g, '');
  if (word === 'none' || word === '0') return null;
  if (word === 'paper') return paperWarmup;
  const [, epochs] = /^(\d*\.?\d+)epochs?$/.exec(word) ?? [];
  if (Number(epochs) > 0) return { until: 'epoch', epochs: Number(epochs) };
  const place = parsePlace(/^\d+$/.test(word) ? `${word}steps` : word);
  return place === undefined ? undefined : { until: 'step', place };
}
