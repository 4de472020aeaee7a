import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runRequestSchema } from '../../../shared/contract/run';
import { fieldNames, fieldOf, type FieldName } from '../../../shared/recipe/fields';
import type { Limits } from '../../../shared/recipe/limits';
import { expected, readField } from '../../../shared/recipe/refusal';
import { settingNames } from '../../../shared/words/en/setting-names';
import { settingNames as korean } from '../../../shared/words/ko/setting-names';
import { checkRequest } from '../../../shared/recipe/resolve';
import { fieldOptions, flagOf } from './field-options';
import { inEnglish } from '../../../shared/words/english';
import { runCommandLine } from './program';

/** Runs one command line, without its processes. */
async function run(...words: string[]) {
  const told: string[] = [];
  const note = (text: string) => void told.push(text);
  const context = { version: '1', processes: '/nothing', isTerminal: false, print: note, note };
  return { exitCode: await runCommandLine(words, context), told: told.join('\n') };
}

const request = { dataset: 'd', variant: 'resnet20' };
const numbers = fieldNames.flatMap((name): [FieldName, Limits][] => {
  const field = fieldOf(name);
  return field.kind === 'number' ? [[name, field.limits]] : [];
});

const isWithin = ({ whole, least, above, most, below }: Limits, value: number) =>
  Number.isFinite(value) &&
  (!whole || Number.isSafeInteger(value)) &&
  !(value < (least ?? -Infinity) || value <= (above ?? -Infinity)) &&
  !(value > (most ?? Infinity) || value >= (below ?? Infinity));

const edges = ({ least = 0, above = 0, most = 1, below = 1 }: Limits) =>
  [least, above, most, below].flatMap((edge) => [edge, edge - 1, edge + 1, edge - 1e-9, edge + 1e-9]);

describe('every value', () => {
  it.each(fieldNames)('%s has its option, its place in a request, and its name in both languages', async (name) => {
    expect(fieldOptions(name).length).toBeGreaterThan(0);
    const { told } = await run('train', '--help');
    expect(told).toMatch(new RegExp(`--(?:no-)?${flagOf(name)}\\b`));
    expect(Object.keys(runRequestSchema.shape)).toContain(name);
    expect(settingNames[name]).not.toBe('');
    expect(korean[name]).not.toBe('');
  });

  it.each(fieldNames.filter((name) => ['recipe', 'length'].includes(fieldOf(name).scope)))(
    '%s is described with a recipe',
    async (name) => {
      const { told } = await run('describe', '--recipe', 'paper');
      expect(told).toMatch(new RegExp(`^${name === 'epochs' || name === 'steps' ? 'length' : flagOf(name)} `, 'm'));
    },
  );
});

describe('a number', () => {
  it.each(numbers)('%s is taken by a request and by its option within %j, and nowhere else', (name, limits) => {
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...edges(limits)), fc.double(), fc.integer()), (value) => {
        const within = isWithin(limits, value);
        expect(readField(name, String(value)) !== undefined, `option ${value}`).toBe(within);
        const taken = runRequestSchema.safeParse({ ...request, [name]: value }).success;
        expect(taken, `request ${value}`).toBe(within);
      }),
    );
  });
});

describe('a value outside of its limits', () => {
  const hostile = ['1e30', '-1', 'NaN', 'Infinity', '', ' ', '0x10', '1e400', 'x'.repeat(100_000)];

  it.each(numbers)('%s is refused by name on the command line', async (name) => {
    const field = fieldOf(name);
    for (const value of hostile) {
      const { exitCode, told } = await run(
        'train',
        '--dataset',
        'x',
        '--model',
        'resnet20',
        `--${flagOf(name)}=${value}`,
      );
      expect(exitCode, `${name} ${value}`).toBe(2);
      expect(told).toContain(`--${flagOf(name)} must be ${inEnglish(expected(field))}, and `);
      expect(told.length).toBeLessThan(400);
    }
  });

  it.each(numbers)('%s is refused by name in a request', (name) => {
    const refused = () => checkRequest({ ...request, [name]: 1e30 });
    expect(refused).toThrow(
      `${settingNames[name]} must be ${inEnglish(expected(fieldOf(name)))}, and 1e+30 was given.`,
    );
  });

  it.each(['--steps=1e15', '--steps=1000000000000000', '--warmup=9999999epochs', `--name=${'x'.repeat(100_000)}`])(
    'ends the command with 2, whatever it is',
    async (option) => {
      const { exitCode, told } = await run('train', '--dataset', 'x', '--model', 'resnet20', option);
      expect(exitCode).toBe(2);
      expect(told.length).toBeLessThan(400);
    },
  );
});

describe('a warm-up', () => {
  it.each(['none', '0', '0.05', '400', '5epochs', 'paper'])('of %s is taken', async (warmup) => {
    const { exitCode, told } = await run('train', '--dataset', 'nowhere', '--model', 'resnet20', '--warmup', warmup);
    expect([exitCode, told]).toEqual([1, expect.stringContaining('no dataset "nowhere"')]);
  });
});
