import type { Command, Option } from 'commander';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { makeProgram, runCommandLine } from './program';

let home = '';
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'options-'));
  vi.stubEnv('RESIDUAL_STUDIO_HOME', home);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(home, { recursive: true });
});

const silent = {
  version: '1',
  processes: '/nothing',
  isTerminal: false,
  print: () => undefined,
  note: () => undefined,
};

interface Row {
  readonly path: readonly string[];
  readonly command: Command;
}

function below(command: Command, path: readonly string[] = []): Row[] {
  return command.commands.flatMap((each) => {
    const own = [...path, each.name()];
    return [{ path: own, command: each }, ...below(each, own)];
  });
}

const values = ['none', '0', '', '-1', 'NaN', 'Infinity', '1e999', 'null', '__proto__', '\u0000', 'x'.repeat(70_000)];
/** What these take goes to a process of its own, which takes its time to be refused. */
const slow = ['--update', '--output', '--peers-python'];
const rows = below(makeProgram(silent)).flatMap(({ path, command }) =>
  command.options.filter(({ flags }) => /[<[]/.test(flags)).map((option) => ({ path, command, option })),
);

/** What a command needs to get as far as its options. */
function needed({ registeredArguments, options }: Command, besides: Option): string[] {
  const mandatory = options.filter(({ mandatory, long }) => mandatory && long !== besides.long);
  const given: Readonly<Record<string, string>> = { '--model': 'resnet20', '--dataset': 'nowhere' };
  return [
    ...registeredArguments.filter(({ required }) => required).map(() => 'nothing'),
    ...mandatory.flatMap(({ long }) => [String(long), given[String(long)] ?? join(home, 'made')]),
  ];
}

describe('every option', () => {
  it.each(
    rows.map(({ path, option, command }) => [`${path.join(' ')} ${option.flags}`, path, command, option] as const),
  )('%s takes whatever is typed, or says in a line what is wrong with it', async (_, path, command, option) => {
    for (const value of slow.includes(option.long ?? '') ? values.slice(-1) : values) {
      const told: string[] = [];
      const note = (text: string) => void told.push(text);
      const words = [...path, ...needed(command, option), `${option.long ?? ''}=${value}`];
      const exitCode = await runCommandLine(words, { ...silent, note });
      const errors = told
        .join('')
        .split('\n')
        .filter((line) => line.startsWith('error: '));
      expect([0, 1, 2], value.slice(0, 20)).toContain(exitCode);
      expect(told.join(''), value.slice(0, 20)).not.toMatch(/\n\s+at |ZodError|"code":|undefined|\[object/);
      if (exitCode !== 0) expect(errors, value.slice(0, 20)).toHaveLength(1);
      expect(errors.join().length, value.slice(0, 20)).toBeLessThan(1500);
    }
  });
});
