import { checkMemory } from '../../../shared/network/memory';
import { isActive } from '../../../shared/contract/run';
import { UserError } from '../../../shared/errors';
import { message } from '../../../shared/words/message';
import type { InspectorService } from '../inspector-service';
import type { RunService } from '../run-service';
import { networkOfStep, type SpeedBook } from '../../machine/speed-book';
import type { Handlers } from '../door';

interface Services {
  runs: Pick<RunService, 'list' | 'onChanged' | 'read'>;
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
  const trained = new Set<string>();
  runs.onChanged(({ run, state }) => {
    if (isActive(state)) trained.add(run);
    else if (trained.delete(run)) void noteRun(run).catch(console.error);
  });

  async function noteRun(run: string): Promise<void> {
    const { config, events } = await runs.read(run, 0);
    const steps = events.flatMap((event) => (event.event === 'step' ? [event] : []));
    const [first, last] = [steps[0], steps.at(-1)];
    // The first step prepares the kernels, and is no measure of the others.
    if (first && last) await speeds.noteRun(config, last.step - first.step, last.time - first.time);
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
      return (await speeds.predict(step)) ?? { stepMillis, source: 'benchmark', basis: step.variant };
    },
  };
}
