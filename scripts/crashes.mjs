/**
 * Kills the processes of runs at random moments and checks that nothing is lost: prints a row for each kill, a table of
 * what was killed when, and a line of JSON.
 *
 *     node scripts/crashes.mjs [--kills 200] [--seed 1]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { finish, killRuns, victims } from './crashes/campaign.mjs';
import { CommandLine } from './crashes/command-line.mjs';
import { crashRun } from './crashes/run.mjs';
import { writeSmallSample } from './crashes/sample.mjs';
import { commandLineParts, runCommand, setUp } from './setup.mjs';

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' } },
});
const [kills, seed] = [Number(values.kills), Number(values.seed)];

await runCommand(async () => {
  await setUp({ wanted: commandLineParts });
  await build();
  const home = mkdtempSync(join(tmpdir(), 'crashes-'));
  const host = new CommandLine(home);
  await host.ask('import', writeSmallSample(join(home, 'source')), '--name', 'Sample');
  const startedAt = Date.now();
  const whole = await finish(host, null, crashRun());
  console.log(`${home}: the run that nothing kills took ${seconds(startedAt)} s.`);
  const { kills: done, finished } = await killRuns({ host, whole, options: crashRun(), kills, seed, onKill: tell });
  summarise(done);
  const minutes = Number(((Date.now() - startedAt) / 60_000).toFixed(1));
  console.log(JSON.stringify({ kills: done.length, seed, runsFinishedAlike: finished, minutes }));
  rmSync(home, { recursive: true });
});

function seconds(since) {
  return ((Date.now() - since) / 1000).toFixed(1);
}

function tell({ number, victim, moment, millis, was, shown, step, checkpoint }) {
  console.log(
    `${String(number).padStart(4)}  ${victim.padEnd(8)} ${`${millis} ms`.padStart(9)} by ${moment.padEnd(10)}  ${was.padEnd(34)} shown as ${shown}, step ${step}, checkpoint of ${checkpoint}`,
  );
}

function summarise(done) {
  const rows = [...new Set(done.map(({ was }) => was))].sort();
  const width = Math.max(...rows.map((row) => row.length));
  console.log(`\n${'what was under way'.padEnd(width)}${victims.map((victim) => victim.padStart(9)).join('')}`);
  for (const row of rows) {
    const cells = victims.map((victim) => done.filter((each) => each.was === row && each.victim === victim).length);
    console.log(`${row.padEnd(width)}${cells.map((cell) => String(cell).padStart(9)).join('')}`);
  }
}
