import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { settingsChangeSchema, settingsSchema } from './settings';

/** More than any honest page keeps in all, in characters of JSON. */
const mostKept = 16_384;

const parts = (value: object): unknown[] => Object.values(value).flatMap((each: unknown) => [each].flat());

/** Each schema of a text or a list below one, by where it stands. */
function growingIn(schema: unknown, name: string): [string, z.ZodString | z.ZodArray][] {
  if (schema instanceof z.ZodString) return [[name, schema]];
  if (schema instanceof z.ZodArray) return [[name, schema], ...growingIn(schema.element, `${name}[]`)];
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape).flatMap(([key, each]) => growingIn(each, `${name}.${key}`));
  }
  return schema instanceof z.ZodType ? parts(schema.def).flatMap((each) => growingIn(each, name)) : [];
}

describe('what a page may change of the settings', () => {
  it('is of a bounded size: every text and every list in it has an end, and there is no table of free names', () => {
    const growing = growingIn(settingsChangeSchema, '');
    expect(growing.map(([name]) => name)).toEqual(
      expect.arrayContaining(['.lastView', '.lastChoices.dataset', '.lastChoices.variant', '.device']),
    );
    for (const [name, schema] of growing) {
      const long = schema instanceof z.ZodString ? 'x'.repeat(mostKept) : Array<number>(mostKept).fill(0.5);
      expect([name, schema.safeParse(long).success]).toEqual([name, false]);
    }
    expect(growing.length * 200).toBeLessThan(mostKept);
  });

  it('does not hold where the data lie, nor what no setting is called', () => {
    const change = { theme: 'dark', dataFolder: '/etc', window: { width: 1, height: 1, maximized: false }, more: 'x' };
    expect(settingsChangeSchema.parse(change)).toEqual({ theme: 'dark' });
  });

  it('leaves settings of before as they are', () => {
    const kept = { dataFolder: '/disk', lastView: 'runs', lastChoices: { dataset: 'd-1', variant: 'resnet20' } };
    expect(settingsSchema.parse(kept)).toMatchObject(kept);
  });
});
