import { z } from 'zod';
import { type Limits, numberSchema, telling } from './limits';
import { message, type Message } from '../words/message';

/** How the command line names a value: `--learning-rate <rate>`, from its name unless `flag` has another. */
interface OptionText {
  readonly flag?: string;
  readonly metavar?: string;
  readonly help: string;
  /** Name of the value that cannot be given together with it. */
  readonly conflicts?: string;
}

/** A switch: what `--flag` and `--no-flag` do, as far as there is such an option. */
interface SwitchText {
  readonly flag?: string;
  readonly help?: string;
  readonly helpOff?: string;
}

interface Row<Value> {
  /** Whose it is: a recipe sets it, it is the length, it holds for the run whatever the recipe, or the network has it. */
  readonly scope: 'recipe' | 'length' | 'run' | 'network';
  /** What recipes have unless they say otherwise, and what runs of versions had that did not know the value. */
  readonly default?: Value;
  /** What a recipe leaves open to the size of the dataset, as `describe --recipe` says it. */
  readonly open?: string;
  /** Where it stands in the form of a new run; left out: it cannot be chosen there. */
  readonly form?: 'main' | 'more';
  /** What it has an effect with; left out: with everything. */
  readonly needs?: { readonly optimizer?: string; readonly schedule?: string };
  readonly option: OptionText | SwitchText;
}

interface NumberRow extends Row<number> {
  readonly limits: Limits;
  readonly option: OptionText;
  /** What is counted. */
  readonly unit?: 'epochs' | 'steps';
  /** Whether 0 means that there is none. */
  readonly zeroIsOff?: true;
  /** Whether it is a name more than an amount, and is written without separators. */
  readonly isName?: true;
}

interface ChoiceRow extends Row<string> {
  readonly choices: readonly string[];
  readonly option: OptionText;
}

interface SwitchRow extends Row<boolean> {
  readonly option: SwitchText;
}

/** A value with a notation of its own. */
interface WrittenRow<Schema extends z.ZodType> extends Omit<Row<z.output<Schema>>, 'default'> {
  readonly schema: Schema;
  readonly default?: z.output<Schema>;
  /** Undefined where the text is none. */
  parse(text: string): z.output<Schema> | undefined;
  /** The way back. */
  format(value: z.output<Schema>): string;
  /** What it may be, as "must be" goes on. */
  readonly notation: Message;
  /** What the form offers, as it is written. */
  readonly suggestions?: readonly string[];
  readonly option: OptionText;
}

/** A row, whichever its value. */
export type Field =
  | (NumberRow & { readonly kind: 'number'; readonly schema: z.ZodType<number> })
  | (ChoiceRow & { readonly kind: 'choice'; readonly schema: z.ZodType<string> })
  | (SwitchRow & { readonly kind: 'switch'; readonly schema: z.ZodType<boolean> })
  | (WrittenRow<z.ZodType> & { readonly kind: 'written' });

/** A number within limits. */
export function number<const Own extends NumberRow>(row: Own) {
  return { ...row, kind: 'number' as const, schema: numberSchema(row.limits) };
}

/** One of several words. */
export function choice<const Choices extends readonly string[], const Own extends Omit<ChoiceRow, 'choices'>>(
  choices: Choices,
  row: Own,
) {
  return {
    ...row,
    kind: 'choice' as const,
    choices,
    schema: z.enum(choices, { error: telling(message('values.oneOf', { choices })) }),
  };
}

/** Yes or no. */
export function toggle<const Own extends SwitchRow>(row: Own) {
  return { ...row, kind: 'switch' as const, schema: z.boolean() };
}

/** A value with a notation of its own. */
export function written<Schema extends z.ZodType, const Own extends Omit<WrittenRow<Schema>, 'schema'>>(
  schema: Schema,
  row: Own,
) {
  return { ...row, kind: 'written' as const, schema };
}
