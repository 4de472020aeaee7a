/**
 * Gives changed files to the importer, within its bounds, and prints for each parser how it went: the longest time
 * without a sign of life, the most memory, and the seeds of what it did not survive.
 *
 *     node scripts/fuzz.mjs [--seconds 60] [--seed 1] [--only zip,table] [--keep FOLDER]
 */
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { fuzz, kindNames } from './fuzz/campaign.mjs';
import { commandLineParts, runCommand, setUp } from './setup.mjs';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: kindNames.join() },
    keep: { type: 'string' },
    built: { type: 'boolean', default: false },
  },
});

const columns = ['cases', 'answered', 'refused', 'faulty', 'crashed', 'memory', 'hung'];

await runCommand(async () => {
  if (!values.built) {
    await setUp({ wanted: commandLineParts });
    await build();
  }
  console.log(`${'parser'.padEnd(12)}${columns.map((name) => name.padStart(9)).join('')}  longest  most memory`);
  for (const kind of values.only.split(',')) {
    const end = performance.now() + 1000 * Number(values.seconds);
    const until = () => performance.now() > end;
    const result = await fuzz(kind, { seed: Number(values.seed), until, keep: values.keep });
    const cells = columns.map((name) => String(result[name]).padStart(9)).join('');
    const [seconds, mebibytes] = [(result.millis / 1000).toFixed(1), Math.round(result.peakBytes / 2 ** 20)];
    console.log(`${kind.padEnd(12)}${cells}${`${seconds} s`.padStart(9)}${`${mebibytes} MiB`.padStart(13)}`);
    for (const { seed, how, told } of result.finds) console.log(`  seed ${seed}: ${how}, ${told.slice(0, 200)}`);
  }
});
