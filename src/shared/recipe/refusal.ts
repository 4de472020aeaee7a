import { UserError } from '../errors';
import type { Field } from './field';
import { fieldOf, type FieldName, type FieldValue } from './fields';
import { limitsText, readNumber, shown } from './limits';

/** What a value may be, as "must be" goes on. */
export function expected(field: Field): string {
  switch (field.kind) {
    case 'number':
      return limitsText(field.limits);
    case 'choice':
      return `one of ${field.choices.join(', ')}`;
    case 'switch':
      return 'true or false';
    case 'written':
      return field.notation;
  }
}

/**
 * Why a value was refused.
 * @param name What the value is called there: `--learning-rate`, `Learning rate`.
 */
export function refusal(name: string, expectation: string, given: unknown): UserError {
  return new UserError(`${name} must be ${expectation}, and ${shown(given)} was given.`);
}

/** Reads a value as it is written; undefined where the text is none, or lies outside of the limits. */
export function readField<Name extends FieldName>(name: Name, text: string): FieldValue<Name> | undefined {
  const field = fieldOf(name);
  const value = read(field, text);
  return field.schema.safeParse(value).success ? (value as FieldValue<Name>) : undefined;
}

function read(field: Field, text: string): unknown {
  if (field.kind === 'number') return readNumber(text);
  if (field.kind === 'switch') return text === 'true' ? true : text === 'false' ? false : undefined;
  return field.kind === 'written' ? field.parse(text) : text;
}

/** A value as it is written, the way back from {@link readField}. */
export function writeField<Name extends FieldName>(name: Name, value: FieldValue<Name>): string {
  const field = fieldOf(name);
  return field.kind === 'written' ? field.format(value) : String(value);
}
