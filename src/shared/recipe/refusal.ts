import { UserError } from '../errors';
import type { Field } from './field';
import { fieldOf, type FieldName, type FieldValue } from './fields';
import { limitsWords, readNumber, shown } from './limits';
import { message, type Message } from '../words/message';
import type { Value } from '../words/values';

/** What a value may be, as "must be" goes on. */
export function expected(field: Field): Message {
  switch (field.kind) {
    case 'number':
      return limitsWords(field.limits);
    case 'choice':
      return message('values.oneOf', { choices: field.choices });
    case 'switch':
      return message('values.switch');
    case 'written':
      return field.notation;
  }
}

/**
 * Why a value was refused.
 * @param name What the value is called there: `--learning-rate`, `Learning rate`.
 */
export function refusal(name: Value, expectation: Message, given: unknown): UserError {
  const text = shown(given);
  return new UserError(
    text === null
      ? message('values.refusedNothing', { name, expected: expectation })
      : message('values.refused', { name, expected: expectation, given: text }),
  );
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
