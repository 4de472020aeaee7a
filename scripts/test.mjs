import { build } from './build.mjs';
import { suites } from './checks.mjs';
import { runCommand, setUp } from './setup.mjs';
import { SetupError } from './setup/errors.mjs';
import { formatElapsed } from './setup/report.mjs';

await runCommand(async () => {
  const wanted = choose(process.argv.slice(2));
  await setUp({ settings: { virtualDisplay: true } });
  await build();
  const rows = [];
  for (const suite of wanted) {
    const startedAt = Date.now();
    console.log(`\n== ${suite.name}: ${suite.title}`);
    const { passed, failed, skipped = 0 } = await suite.run();
    rows.push({ name: suite.name, passed, failed, skipped, time: formatElapsed(startedAt) });
    console.log(`${failed ? 'FAILED' : 'passed'}: ${suite.name} in ${rows.at(-1).time}`);
  }
  summarise(rows);
});

function choose(names) {
  const unknown = names.filter((name) => !suites.some((suite) => suite.name === name));
  if (unknown.length > 0)
    throw new SetupError(
      `There is no suite ${unknown.join(', ')}: choose from ${suites.map(({ name }) => name).join(', ')}.`,
    );
  return names.length ? suites.filter(({ name }) => names.includes(name)) : suites;
}

function summarise(rows) {
  console.log('\nsuite        passed  failed  skipped     time');
  for (const { name, passed, failed, skipped, time } of rows) {
    const cells = [
      String(passed).padStart(6),
      String(failed).padStart(8),
      String(skipped).padStart(9),
      time.padStart(9),
    ];
    console.log(`${name.padEnd(12)} ${cells.join('')}`);
  }
  const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
  process.exitCode = sum('failed') > 0 ? 1 : 0;
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
}
