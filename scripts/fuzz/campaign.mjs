import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Importer } from './importer.mjs';
import { kinds } from './kinds.mjs';
import { randomOf } from './mutate.mjs';

/** What no input may take: the importer has more, but then something is wrong with a parser. */
const mostBytes = 2 ** 30;
export const kindNames = Object.keys(kinds);

/**
 * Gives changed inputs of one kind to an importer.
 * @param until asked before each with the number of those before.
 * @param keep folder that inputs go to which it did not survive.
 * @returns how often it went how, the longest time without a sign, and the most memory.
 */
export async function fuzz(kind, { seed, until, keep }) {
  const home = mkdtempSync(join(tmpdir(), 'fuzz-'));
  const importer = new Importer(home, mostBytes);
  const result = {
    kind,
    cases: 0,
    answered: 0,
    refused: 0,
    faulty: 0,
    crashed: 0,
    memory: 0,
    hung: 0,
    millis: 0,
    peakBytes: 0,
  };
  const finds = [];
  try {
    for (; !until(result.cases); result.cases += 1) {
      const caseSeed = seed + result.cases;
      const folder = join(home, 'input');
      mkdirSync(folder);
      const outcome = await importer.ask(kinds[kind](folder, randomOf(caseSeed)));
      result[outcome.how] += 1;
      result.millis = Math.max(result.millis, outcome.millis);
      result.peakBytes = Math.max(result.peakBytes, outcome.peakBytes);
      if (!['answered', 'refused'].includes(outcome.how)) {
        finds.push({ kind, seed: caseSeed, how: outcome.how, told: outcome.told });
        if (keep) cpSync(folder, join(keep, `${kind.replace(' ', '-')}-${caseSeed}`), { recursive: true });
      }
      for (const name of ['input', 'datasets', 'runs']) rmSync(join(home, name), { recursive: true, force: true });
    }
  } finally {
    importer.close();
    rmSync(home, { recursive: true, force: true });
  }
  return { ...result, finds };
}
