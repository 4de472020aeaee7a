import { readNumber, type Limits } from '../../shared/recipe/limits';
import { words } from './words.svelte';

export type ParsedNumber = { readonly value: number } | { readonly error: string };

/** Reads what was typed as a number within its limits, or says what is wrong with it. */
export function parseNumber(text: string, { whole, least, above, most, below }: Limits): ParsedNumber {
  const typed = text.trim().replace(/^(-?\d+),(\d+)$/, '$1.$2');
  if (typed === '') return { error: words.controls.numberNeeded };
  const value = readNumber(typed);
  if (!Number.isFinite(value)) return { error: words.controls.notANumber({ typed: text.trim() }) };
  if (whole && !Number.isInteger(value)) return { error: words.controls.wholeNeeded };
  if (least !== undefined && value < least) return { error: words.controls.atLeast({ least }) };
  if (above !== undefined && value <= above) return { error: words.controls.above({ above }) };
  if (most !== undefined && value > most) return { error: words.controls.atMost({ most }) };
  if (below !== undefined && value >= below) return { error: words.controls.below({ below }) };
  return { value };
}
