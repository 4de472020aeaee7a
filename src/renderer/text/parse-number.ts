import { words } from './words.svelte';

export interface NumberLimits {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly whole?: boolean | undefined;
}

export type ParsedNumber = { readonly value: number } | { readonly error: string };

/** Reads what was typed as a number within its limits, or says what is wrong with it. */
export function parseNumber(text: string, { min, max, whole }: NumberLimits): ParsedNumber {
  const typed = text.trim().replace(/^(-?\d+),(\d+)$/, '$1.$2');
  if (typed === '') return { error: words.controls.numberNeeded };
  const value = Number(typed);
  if (!Number.isFinite(value)) return { error: words.controls.notANumber({ typed: text.trim() }) };
  if (whole && !Number.isInteger(value)) return { error: words.controls.wholeNeeded };
  if (min !== undefined && value < min) return { error: words.controls.atLeast({ least: min }) };
  if (max !== undefined && value > max) return { error: words.controls.atMost({ most: max }) };
  return { value };
}
