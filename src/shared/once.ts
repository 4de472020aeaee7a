/**
 * Has a value made when it is first asked for, and kept: for what takes long to set up and many processes never need.
 * Every thread that decodes loads the words of the studio, though few of them ever say one.
 */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}
