import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderOfUser } from './foreground.mjs';
import { countResults, runSideBySide } from './checks.mjs';
import { appearance, startNode, temporaryFolder, writeFile } from './testing.mjs';

const script = (name) => new URL(name, import.meta.url);

describe('npm start', () => {
  it('names the command line where there is no display', () => {
    const env = { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '' };
    const { status, stdout, stderr } = spawnSync(process.execPath, [script('start.mjs').pathname], {
      env,
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^There is no display here .*npm run studio -- train .*\n$/);
  });
});

describe('a program in the foreground', () => {
  it('starts where somebody typed it, and elsewhere where another script started it', () => {
    const folder = temporaryFolder();
    const env = { INIT_CWD: folder, npm_lifecycle_event: 'studio' };
    expect(folderOfUser('studio', env)).toBe(folder);
    expect(folderOfUser('studio', { ...env, npm_lifecycle_event: 'test' })).toBe(process.cwd());
    expect(folderOfUser('studio', { ...env, INIT_CWD: join(folder, 'gone') })).toBe(process.cwd());
  });

  it.each([
    ['the process that started it', 'exec "$0" "$1"'],
    ['npm, behind the shell that npm started it by', '"$0" "$1"; exit $?'],
  ])('ends where %s is killed', async (_, line) => {
    const folder = temporaryFolder();
    const [ready, ended] = [join(folder, 'ready'), join(folder, 'ended')];
    const watcher = writeFile(
      join(folder, 'watcher.mjs'),
      `import { writeFileSync } from 'node:fs';
      import { endWithParent } from '${script('foreground.mjs').href}';
      endWithParent(() => { writeFileSync('${ended}', ''); process.exit(); });
      writeFileSync('${ready}', '');
      setInterval(() => {}, 1000);`,
    );
    const code = `import { spawn } from 'node:child_process';
      spawn('sh', ['-c', ${JSON.stringify(line)}, process.execPath, ${JSON.stringify(watcher)}], { stdio: 'ignore' });
      setInterval(() => {}, 1000);`;
    const { child } = startNode(code, { ...process.env, npm_lifecycle_event: 'studio' });
    await appearance(ready);
    child.kill('SIGKILL');
    await appearance(ended);
  });

  it('gets a signal once, though the terminal and npm both send it, and its exit code is handed back', async () => {
    const ready = join(temporaryFolder(), 'ready');
    const inner = `let count = 0;
      process.on('SIGINT', () => { count += 1; });
      process.on('SIGTERM', () => process.exit(10 + count));
      require('fs').writeFileSync('${ready}', ''); setInterval(() => {}, 1000);`;
    const code = `import { runInForeground } from '${script('foreground.mjs').href}';
      process.on('SIGINT', () => process.stdout.write('SIGINT '));
      process.exitCode = await runInForeground(process.execPath, ['-e', ${JSON.stringify(inner)}], { repeatMilliseconds: 60_000 });`;
    const { child, ended } = startNode(code, process.env);
    await appearance(ready);
    for (const sender of ['terminal', 'npm']) {
      child.kill('SIGINT');
      const said = await new Promise((resolve) => child.stdout.once('data', resolve));
      expect(String(said), sender).toBe('SIGINT ');
    }
    child.kill('SIGTERM');
    expect((await ended).exitCode).toBe(11);
  });
});

describe('what runs side by side', () => {
  it('begins in order, never more at once than wanted, and ends when all has', async () => {
    const began = [];
    const ended = [];
    let most = 0;
    await runSideBySide([3, 1, 2, 0], 2, async (turns) => {
      began.push(turns);
      most = Math.max(most, began.length - ended.length);
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      ended.push(turns);
    });
    expect(began).toEqual([3, 1, 2, 0]);
    expect([...ended].sort()).toEqual([0, 1, 2, 3]);
    expect(most).toBe(2);
  });
});

describe('the counting of tests', () => {
  const report = (passed, failed, ...testResults) => ({
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: 0,
    testResults,
  });

  it('takes the numbers of the report', () => {
    const file = { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] };
    expect(countResults(report(3, 0), 0)).toEqual({ passed: 3, failed: 0, skipped: 0 });
    expect(countResults(report(3, 1, file), 1)).toEqual({ passed: 3, failed: 1, skipped: 0 });
  });

  it('counts as failed what broke outside any test', () => {
    expect(countResults(undefined, 1)).toEqual({ passed: 0, failed: 1 });
    expect(countResults(report(0, 0), 0).failed).toBe(1);
    expect(countResults(report(3, 0), 1).failed).toBe(1);
    expect(countResults(report(3, 0, { status: 'failed', assertionResults: [] }), 1).failed).toBe(1);
  });
});
