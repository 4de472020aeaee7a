import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { checkKilled, expectEqualRuns } from './checks.mjs';
import { checkpointFiles } from './folder.mjs';
import { isAlive, kill, untilGone } from './processes.mjs';
import { momentOf, randomOf, untilMoment } from './moments.mjs';

export const victims = ['trainer', 'main', 'both'];

/**
 * Trains runs and kills their processes at random moments, and goes on with each run after each kill until it is done.
 * @param host Has `begin(run, options)`, `show(run)`, `list()` and `home`.
 * @param whole Id of the same run that nothing killed.
 * @param options Of a run, for `begin`.
 * @param onKill Is told each kill.
 * @throws Error where anything is lost that must not be.
 */
export async function killRuns({ host, whole, options, kills, seed, onKill = () => undefined }) {
  const random = randomOf(seed);
  const done = [];
  let finished = 0;
  let run = null;
  const runs = join(host.home, 'runs');
  while (done.length < kills) {
    const moment = momentOf(random, run !== null);
    const victim = victims[Math.floor(random() * victims.length)];
    const before = new Set((await host.list()).map((summary) => summary.run));
    const session = await host.begin(run, options);
    const startedAt = performance.now();
    const reached = await untilMoment(moment, run && join(runs, run), session);
    const trainer = session.trainer ?? (victim === 'main' ? undefined : await trainerOf(session));
    const folder = run === null ? null : join(runs, run);
    let was = folder && stateIn(folder);
    if (reached) {
      if (victim !== 'main' && trainer !== undefined) kill(trainer);
      if (victim !== 'trainer') kill(session.pid);
      if (folder && checkpointFiles(folder, { temporary: true }).length > 0) was += ', writing a checkpoint';
    }
    const millis = Math.round(performance.now() - startedAt);
    await session.ended;
    await untilGone(session.pid);
    if (trainer !== undefined) await untilGone(trainer);
    run ??= (await host.list()).map((summary) => summary.run).find((name) => !before.has(name)) ?? null;
    const killed = { number: done.length + 1, victim, moment: moment.kind, millis, run, told: session.told };
    if (run === null) {
      if (!reached) throw new Error(`The run did not start: ${session.notes}`);
      done.push({ ...killed, was: 'before the run was made', shown: '-', step: 0, checkpoint: 0 });
    } else {
      const seen = await checkKilled({ host, run, folder: join(runs, run), told: session.told });
      if (reached) done.push({ ...killed, was: was ?? 'starting for the first time', ...seen });
      if (seen.shown === 'finished') {
        expectEqualRuns(join(runs, run), join(runs, whole));
        finished += 1;
        rmSync(join(runs, run), { recursive: true });
        run = null;
      }
    }
    if (reached) onKill(done.at(-1));
  }
  if (run !== null) {
    await finish(host, run, options);
    expectEqualRuns(join(runs, run), join(runs, whole));
    finished += 1;
  }
  return { kills: done, finished };
}

/** The process that trains comes a moment after the one that starts it. */
async function trainerOf(session) {
  while (isAlive(session.pid)) {
    if (session.trainer !== undefined) return session.trainer;
    await pause(5);
  }
  return undefined;
}

/** What the run's own file says in this moment. A run that goes on says how it ended before, until its trainer works. */
function stateIn(folder) {
  const { state } = JSON.parse(readFileSync(join(folder, 'state.json'), 'utf8'));
  return ['failed', 'interrupted'].includes(state) ? 'going on, not yet written down' : state;
}

/** Trains a run to its end. */
export async function finish(host, run, options) {
  const before = new Set((await host.list()).map((summary) => summary.run));
  const session = await host.begin(run, options);
  await session.ended;
  const all = await host.list();
  const found = run ?? all.map((summary) => summary.run).find((name) => !before.has(name));
  const { state, reason } = all.find((summary) => summary.run === found) ?? {};
  if (state !== 'finished')
    throw new Error(`Run ${found} is ${state} (${reason}) instead of finished: ${session.notes}`);
  return found;
}
