/**
 * Something to be said, before it is said in a language: which text, and what it is filled with. It can be written as
 * JSON. One that comes from a file or another process may have a key that this version does not know.
 */
export interface Message {
  readonly key: string;
  readonly values: Readonly<Record<string, Value>>;
}

/** What a message is filled with. Lists are joined by commas, or by "and" with the function `:list`. */
export type Value = string | number | Message | readonly Value[];

/** The types that the functions of the messages take; every other one takes whatever can be written. */
interface Operands {
  readonly integer: number;
  readonly number: number;
  readonly offset: number;
  readonly percent: number;
  readonly bytes: number;
  readonly string: string;
  readonly list: readonly Value[];
  readonly lines: readonly Value[];
}

/** The expressions of a text: "run :josa form=은" in "{$run :josa form=은}". */
type Expressions<Text extends string> = Text extends `${string}{$${infer Expression}}${infer Rest}`
  ? Expression | Expressions<Rest>
  : never;

type Name<Expression extends string> = Expression extends `${infer First} ${string}` ? First : Expression;

type FunctionOf<Expression extends string> = Expression extends `${string} :${infer Called}` ? Name<Called> : never;

/** The names that a text gives to values of its own: `.local $rest = {...}`. */
type Locals<Text extends string> = Text extends `${string}.local $${infer First} =${infer Rest}`
  ? First | Locals<Rest>
  : never;

type Operand<Function> = [Extract<Function, keyof Operands>] extends [never]
  ? Value
  : Operands[Extract<Function, keyof Operands>];

/** The names and types of the values that a text in MessageFormat 2 needs. */
export type ValuesIn<Text extends string> = {
  readonly [Expression in Expressions<Text> as Exclude<Name<Expression>, Locals<Text>>]: Operand<
    FunctionOf<Extract<Expressions<Text>, Name<Expression> | `${Name<Expression>} ${string}`>>
  >;
};

/** Texts by key, in groups of any depth. */
export interface Texts {
  readonly [key: string]: string | Texts;
}

/** The keys of all texts: "runs.unknown". */
export type Keys<Of, Above extends string = ''> = {
  [Key in keyof Of & string]: Of[Key] extends string ? `${Above}${Key}` : Keys<Of[Key], `${Above}${Key}.`>;
}[keyof Of & string];

/** The text that a key leads to. */
export type TextAt<Of, Key extends string> = Key extends `${infer First}.${infer Rest}`
  ? First extends keyof Of
    ? TextAt<Of[First], Rest>
    : never
  : Key extends keyof Of
    ? Extract<Of[Key], string>
    : never;
