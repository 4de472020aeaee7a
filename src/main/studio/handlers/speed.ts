import { checkMemory } from '../../../shared/network/memory';
import type { StepEvent } from '../../../shared/contract/metrics';
import { isActive } from '../../../shared/contract/run';
import { UserError } from '../../../shared/errors';
import { message } from '../../../shared/words/message';
import type { InspectorService } from '../inspector-service';
import type { RunService } from '../run-service';
import { basisOf, networkOfStep, type SpeedBook } from '../../machine/speed-book';
import type { Handlers } from '../door';

interface Services {
  runs: Pick<RunService, 'list' | 'onChanged' | 'onMetrics' | 'config'>;
  inspector: Pick<InspectorService, 'request'>;
  speeds: Pick<SpeedBook, 'predict' | 'noteBenchmark' | 'noteRun'>;
  memory: () => Promise<number>;
}

/** Predicts how long steps take, from benchmarks and from the runs that end while the studio is open. */
export function speedHandlers({
  runs,
  inspector,
  speeds,
  memory,
}: Services): Handlers<'speed.predict' | 'speed.measure'> {
  /** Of the runs that train: their first and their latest step. */
  const trained = new Map<string, { first?: StepEvent; last?: StepEvent }>();
  runs.onChanged(({ run, state }) => {
    if (isActive(state)) {
      if (!trained.has(run)) trained.set(run, {});
      return;
    }
    const steps = trained.get(run);
    trained.delete(run);
    if (steps?.first && steps.last) void noteRun(run, steps.first, steps.last).catch(console.error);
  });
  runs.onMetrics(({ run, events }) => {
    const steps = trained.get(run);
    if (!steps) return;
    for (const event of events) {
      if (event.event !== 'step') continue;
      steps.first ??= event;
      steps.last = event;
    }
  });

  /** The first step prepares the kernels, and is no measure of the others. */
  async function noteRun(run: string, first: StepEvent, last: StepEvent): Promise<void> {
    await speeds.noteRun(await runs.config(run), last.step - first.step, last.time - first.time);
  }

  return {
    'speed.predict': (step) => speeds.predict(step),
    'speed.measure': async (step) => {
      const active = (await runs.list()).find(({ state }) => isActive(state));
      if (active) {
        throw new UserError(message('inspection.busy', { name: active.name }));
      }
      checkMemory(networkOfStep(step), step, await memory());
      const stepMillis = await inspector.request('timeStep', step);
      await speeds.noteBenchmark(step, stepMillis);
      return (await speeds.predict(step)) ?? { stepMillis, source: 'benchmark', basis: basisOf(step) };
    },
  };
}
