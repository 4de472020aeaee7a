import type { Warmup } from '../contract/training';
import { UserError } from '../errors';
import { paperWarmup } from './table';

/** `0.5` of a run, or `32000steps`. */
export function formatPlace(place: number): string {
  return place < 1 ? String(place) : `${place}steps`;
}

/** A place in a run as it is written; undefined where it is none. */
function parsePlace(text: string): number | undefined {
  const [, digits, unit] = /^(\d*\.?\d+)(steps?)?$/.exec(text.replace(/\s/g, '')) ?? [];
  const place = Number(digits);
  const fits = unit === undefined ? place > 0 && place < 1 : place >= 1 && Number.isInteger(place);
  return fits ? place : undefined;
}

/** @throws UserError that says how they are written. */
export function parseMilestones(text: string): number[] {
  const places = text.split(',').flatMap((part) => parsePlace(part) ?? []);
  if (places.length === text.split(',').length) return places;
  throw new UserError(
    'They must be fractions of the run between 0 and 1, such as 0.5,0.75, or steps, such as 32000steps,48000steps.',
  );
}

/** A warm-up as it is written: `none`, `0.05` of the run, `400steps`, `5epochs`, or `paper`. */
export function formatWarmup(warmup: Warmup): string {
  if (warmup === null) return 'none';
  if (warmup.until === 'step') return formatPlace(warmup.place);
  return warmup.until === 'epoch' ? `${warmup.epochs}epochs` : 'paper';
}

/** @throws UserError that says how it is written. */
export function parseWarmup(text: string): Warmup {
  const word = text.replace(/\s/g, '');
  if (word === 'none' || word === '0') return null;
  if (word === 'paper') return paperWarmup;
  const [, epochs] = /^(\d*\.?\d+)epochs?$/.exec(word) ?? [];
  if (Number(epochs) > 0) return { until: 'epoch', epochs: Number(epochs) };
  const place = parsePlace(/^\d+$/.test(word) ? `${word}steps` : word);
  if (place !== undefined) return { until: 'step', place };
  throw new UserError(
    'It must be a fraction of the run, such as 0.05, steps, such as 400, epochs, such as 5epochs, or paper or none.',
  );
}
