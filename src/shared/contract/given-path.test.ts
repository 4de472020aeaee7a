import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { givenPathSchema, givenPathsBy } from './given-path';
import { host } from './host';
import { requests } from './requests';

const rows = Object.entries({ ...requests, ...host.requests });

/** The names under which a schema takes text, with the names of what they stand in: `picture.path`. */
function textsIn(schema: unknown, name = ''): { name: string; schema: unknown }[] {
  if (schema instanceof z.ZodString) return [{ name, schema }];
  if (!(schema instanceof z.ZodType)) return [];
  const inner = Object.entries(schema.def as object).flatMap(([key, value]) => {
    if (key === 'shape') return Object.entries(value as object);
    return [value].flat().map((each): [string, unknown] => ['', each]);
  });
  return inner.flatMap(([key, each]) => textsIn(each, key ? `${name}.${key}` : name));
}

describe('the paths of the contract', () => {
  it('are those that are given, wherever a request takes one', () => {
    const paths = rows.flatMap(([request, { input }]) =>
      textsIn(input)
        // The names of a table's columns, one of which holds paths.
        .filter(({ name }) => !name.endsWith('.options.columns.path'))
        // What a picture is called that comes with its pixels.
        .filter(({ name }) => !name.endsWith('.picture.file'))
        .filter(({ name }) => /paths?$|files?$|folders?$|weights$|source|place$|archive$|zips?$/i.test(name))
        .map((text) => ({ request, ...text })),
    );
    expect(paths.map(({ request, name }) => request + name)).toEqual(
      expect.arrayContaining([
        'datasets.preview.paths',
        'datasets.import.paths',
        'runs.start.weights',
        'runs.import.path',
        'runs.areArchives.paths',
        'classify.pictures.paths',
        'layers.inspect.picture.path',
      ]),
    );
    for (const { request, name, schema } of paths) {
      expect([request, name, schema === givenPathSchema]).toEqual([request, name, true]);
      expect(givenPathsBy((requests as Record<string, { input: unknown }>)[request]?.input)).not.toBeNull();
    }
  });

  it('are found in what was asked', () => {
    const found = (name: keyof typeof requests, input: unknown) => givenPathsBy(requests[name].input)?.(input);
    expect(found('datasets.import', { paths: ['/a', '/b'], name: '/c' })).toEqual(['/a', '/b']);
    expect(found('runs.start', { dataset: 'd', variant: 'resnet20' })).toEqual([]);
    expect(found('runs.start', { dataset: 'd', variant: 'resnet20', weights: '/w' })).toEqual(['/w']);
    expect(found('classify.pictures', { run: 'r', paths: ['/a'], top: 1 })).toEqual(['/a']);
    expect(found('layers.inspect', { run: 'r', layer: 'l', picture: { path: '/a' } })).toEqual(['/a']);
    expect(found('layers.inspect', { run: 'r', layer: 'l', picture: { label: '/b' } })).toEqual([]);
    expect(found('runs.stop', { run: 'r' })).toBeUndefined();
  });

  it('are found in every kind of schema that may hold one', () => {
    const nested = z.object({
      one: givenPathSchema.optional(),
      many: z.array(z.object({ path: givenPathSchema.nullable() })).readonly(),
      named: z.record(z.string(), givenPathSchema).default({}),
      pair: z.tuple([z.string(), givenPathSchema]),
      either: z.union([z.number(), z.object({ file: givenPathSchema })]),
      both: z.intersection(z.object({ a: givenPathSchema }), z.object({ b: z.string() })),
      changed: z.pipe(givenPathSchema, z.string()),
    });
    const value = nested.parse({
      one: '/1',
      many: [{ path: '/2' }, { path: null }],
      named: { x: '/3' },
      pair: ['no', '/4'],
      either: { file: '/5' },
      both: { a: '/6', b: 'no' },
      changed: '/7',
    });
    expect(givenPathsBy(nested)?.(value)).toEqual(['/1', '/2', '/3', '/4', '/5', '/6', '/7']);
    expect(givenPathsBy(z.object({ path: z.string() }))).toBeNull();
  });
});
