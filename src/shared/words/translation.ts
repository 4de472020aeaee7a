import type { Keys, TextAt, ValuesIn } from './values';

/** The same keys, with texts of another language. */
export type Translation<English> = {
  readonly [Key in keyof English]: English[Key] extends string ? string : Translation<English[Key]>;
};

/** The keys of texts that use a value which the English text does not have. */
type Strays<English, Other> = {
  [Key in Keys<English>]: Exclude<
    keyof ValuesIn<TextAt<Other, Key>>,
    keyof ValuesIn<TextAt<English, Key>>
  > extends never
    ? never
    : Key;
}[Keys<English>];

/** The texts of a language: a type error names the key that is missing, or whose text uses a value that is not given. */
export const translationOf =
  <English>() =>
  <const Other extends Translation<English>>(
    texts: Other & ([Strays<English, Other>] extends [never] ? unknown : { readonly stray: Strays<English, Other> }),
  ): Other =>
    texts;
