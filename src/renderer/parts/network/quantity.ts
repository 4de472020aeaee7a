import type { LayersEvent, ResponsesEvent } from '../../../shared/contract/metrics';
import { words } from '../../text/words.svelte';
import { niceCeiling } from '../charts/axis';
import type { Outline } from './outline';

/** What a layer or a block can be coloured by, in the order of the choices. */
export const quantityNames = ['response', 'gradient', 'weight', 'update', 'ratio'] as const;
export type QuantityName = (typeof quantityNames)[number];

/** What is known of the layers at one moment of a run. */
export interface LayerMoment {
  readonly responses: ResponsesEvent | undefined;
  readonly layers: LayersEvent | undefined;
}

function byName(names: readonly string[], values: readonly number[]): ReadonlyMap<string, number> {
  return new Map(names.map((name, index) => [name, values[index] ?? NaN]));
}

/** The values of a quantity by the names of layers, or of blocks for the ratio; null where they are not known. */
export function quantityValues(
  name: QuantityName,
  { responses, layers }: LayerMoment,
): ReadonlyMap<string, number> | null {
  if (name === 'response') return responses ? byName(responses.layers, responses.standardDeviations) : null;
  if (!layers) return null;
  if (name === 'ratio') return layers.blocks.length > 0 ? byName(layers.blocks, layers.ratios) : null;
  if (name === 'update') return layers.updateRatios ? byName(layers.layers, layers.updateRatios) : null;
  return byName(layers.layers, name === 'gradient' ? layers.gradientNorms : layers.weightNorms);
}

/** For each layer of a network the name that its value of a quantity is reported by. */
export function reportedNames(outline: Outline, name: QuantityName): ReadonlyMap<string, string> {
  if (name === 'response') return outline.responses;
  return name === 'ratio' ? outline.blocks : outline.weighted;
}

/** From the weakest to the strongest colour. */
export interface Scale {
  readonly low: number;
  readonly high: number;
  readonly logarithmic: boolean;
}

/** Values that are further apart than this are told apart by their logarithms. */
const wideSpread = 50;

const powerOfTen = (value: number, round: (value: number) => number): number => Number(`1e${round(Math.log10(value))}`);

/** A round number below values that are so near to each other that a scale from 0 would show them alike; otherwise 0. */
function roundFloor(least: number, most: number): number {
  if (least < most / 2) return 0;
  const unit = powerOfTen(most, Math.floor) / 10;
  return Number((Math.floor(least / unit) * unit).toPrecision(6));
}

/** A scale with round ends, which seldom change; logarithmic where the spread needs it. */
export function scaleOf(values: Iterable<number>): Scale {
  let [least, most, fromZero] = [Infinity, 0, false];
  for (const value of values) {
    if (value <= 0) fromZero = true;
    if (value > 0 && value < least) least = value;
    if (value > most) most = value;
  }
  if (!(most > 0) || !Number.isFinite(most)) return { low: 0, high: 1, logarithmic: false };
  if (most / least <= wideSpread) {
    return { low: fromZero ? 0 : roundFloor(least, most), high: niceCeiling(most * 1.02), logarithmic: false };
  }
  // Below a millionth of the greatest nothing is told apart.
  const low = powerOfTen(Math.max(least, most * 1e-6), Math.floor);
  return { low, high: powerOfTen(most, Math.ceil), logarithmic: true };
}

/** Place of a value on a scale, 0 to 1. */
export function shareOn({ low, high, logarithmic }: Scale, value: number): number {
  const share = logarithmic
    ? (Math.log10(Math.max(value, low)) - Math.log10(low)) / (Math.log10(high) - Math.log10(low))
    : (value - low) / (high - low);
  return Math.min(1, Math.max(0, share));
}

/** With three digits: "0.42", "0.0120", "3.1e-5". */
export function formatValue(value: number): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  return size >= 1e-3 && size < 1e5 ? String(Number(value.toPrecision(3))) : value.toExponential(1).replace('.0e', 'e');
}

/** "gradient norm 0.012" */
export function readingOf(name: QuantityName, value: number): string {
  return `${words.architecture.quantities[name].word} ${formatValue(value)}`;
}
