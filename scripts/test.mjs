import { availableParallelism } from 'node:os';
import { build } from './build.mjs';
import { runSideBySide, suites } from './checks.mjs';
import { runCommand, setUp } from './setup.mjs';
import { SetupError } from './setup/errors.mjs';
import { packagesPart } from './setup/packages.mjs';
import { formatElapsed } from './setup/report.mjs';

await runCommand(async () => {
  const wanted = choose(process.argv.slice(2));
  const rows = [];
  const run = async (suite, signal) => {
    const startedAt = Date.now();
    console.log(`\n== ${suite.name}: ${suite.title}`);
    const { passed, failed, skipped = 0, output = '' } = await suite.run(signal);
    const time = formatElapsed(startedAt);
    rows.push({ name: suite.name, passed, failed, skipped, time });
    console.log(`${output}${failed ? 'FAILED' : 'passed'}: ${suite.name} in ${time}`);
  };
  await besideSetUp(async (signal) => {
    const checks = wanted.filter(({ reads }) => reads === 'sources');
    await runSideBySide(checks, availableParallelism(), (suite) => run(suite, signal));
  });
  await build();
  for (const suite of wanted.filter(({ reads }) => reads === 'build')) await run(suite);
  summarise(rows);
});

/** Sets up what is missing, and does meanwhile what needs the npm packages alone, much of the set-up being downloads. */
async function besideSetUp(work) {
  const settings = { virtualDisplay: true };
  await setUp({ wanted: [packagesPart], settings });
  const failing = new AbortController();
  const setting = setUp({ settings }).catch((error) => {
    failing.abort();
    throw error;
  });
  const [done, set] = await Promise.allSettled([work(failing.signal), setting]);
  if (set.status === 'rejected') throw set.reason;
  if (done.status === 'rejected') throw done.reason;
}

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
