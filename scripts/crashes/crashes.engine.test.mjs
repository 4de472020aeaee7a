import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { finish, killRuns } from './campaign.mjs';
import { CommandLine } from './command-line.mjs';
import { crashRun } from './run.mjs';
import { writeSmallSample } from './sample.mjs';

const kills = 7;

describe.skipIf(process.platform !== 'linux')('a run whose processes are killed', () => {
  const home = mkdtempSync(join(tmpdir(), 'crashes-'));
  afterAll(() => rmSync(home, { recursive: true }));

  it('is shown as over, opens, has whole checkpoints, and becomes the run that nothing killed, bit for bit', async () => {
    const host = new CommandLine(home);
    await host.ask('import', writeSmallSample(join(home, 'source')), '--name', 'Sample');
    const options = crashRun({ epochs: 12 });
    const whole = await finish(host, null, options);
    const { kills: done, finished } = await killRuns({ host, whole, options, kills, seed: 7 });
    expect(done).toHaveLength(kills);
    expect(new Set(done.map(({ victim }) => victim)).size).toBeGreaterThan(1);
    expect(finished).toBeGreaterThan(0);
  });
});
