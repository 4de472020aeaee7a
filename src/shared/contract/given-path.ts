import { z } from 'zod';

/** Longer than any system takes. */
const longestPath = 32_768;

/**
 * An absolute path of something that whoever sits at the window gave to it: in a dialog, by a drop, as an upload. A
 * request that carries another one is refused before anything looks at the path, so a page can neither read what it
 * was not given nor learn whether it is there. In the table of a window every path is one of these.
 */
export const givenPathSchema = z.string().min(1).max(longestPath);

type Collect = (value: unknown) => string[];

/**
 * How the given paths in what a schema has parsed are found.
 * @returns null where such a value holds none.
 */
export function givenPathsBy(schema: unknown): Collect | null {
  if (schema === givenPathSchema) return (value) => (typeof value === 'string' ? [value] : []);
  if (schema instanceof z.ZodObject) return ofObject(schema.shape);
  if (schema instanceof z.ZodArray) return ofEach(givenPathsBy(schema.element));
  if (schema instanceof z.ZodRecord) return ofEach(givenPathsBy(schema.valueType));
  if (schema instanceof z.ZodTuple) return ofObject({ ...schema.def.items });
  if (schema instanceof z.ZodUnion) return ofAny(schema.options.map(givenPathsBy));
  if (schema instanceof z.ZodIntersection) return ofAny([schema.def.left, schema.def.right].map(givenPathsBy));
  if (schema instanceof z.ZodPipe) return ofAny([schema.def.in, schema.def.out].map(givenPathsBy));
  if (isWrapper(schema)) return givenPathsBy(schema.def.innerType);
  return null;
}

/** Optional, nullable, with a default and their kind. */
function isWrapper(schema: unknown): schema is { readonly def: { readonly innerType: unknown } } {
  return schema instanceof z.ZodType && 'innerType' in schema.def;
}

function ofObject(shape: Readonly<Record<string, unknown>>): Collect | null {
  const rows = Object.entries(shape).map(([name, schema]): Collect | null => {
    const collect = givenPathsBy(schema);
    return collect && ((value) => collect(Object(value)[name]));
  });
  return ofAny(rows);
}

function ofEach(collect: Collect | null): Collect | null {
  return collect && ((value) => Object.values(Object(value) as object).flatMap(collect));
}

function ofAny(collectors: readonly (Collect | null)[]): Collect | null {
  const some = collectors.filter((collect): collect is Collect => collect !== null);
  return some.length === 0 ? null : (value) => some.flatMap((collect) => collect(value));
}
