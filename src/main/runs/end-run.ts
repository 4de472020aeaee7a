import type { MetricEvent } from '../../shared/contract/metrics';
import type { RunState } from '../../shared/contract/run';
import { attempt } from '../files/attempt';
import { MetricsWriter, readNewestEvents } from './metrics/metrics-file';
import { endEvent, noNumbers, numbersOf, RunSummation } from './run-numbers';
import type { RunStore } from './run-store';
import { stateFile } from './state-file';
import { inEnglish } from '../../shared/words/english';
import type { Message } from '../../shared/words/message';

/**
 * Ends a run that no process works on, as its trainer would have. What its disk refuses is left out, as long as the
 * state can be written.
 * @returns what was added to its metrics, and the index of it among their lines.
 * @throws the system's error where the state cannot be written.
 */
export async function endRun(
  store: RunStore,
  run: string,
  state: RunState,
  reason: Message | string | null,
): Promise<{ from: number; events: MetricEvent[] }> {
  await attempt(() => store.checkpoints.sweep(run));
  // What state.json says already need not be summed up again from a file of a hundred thousand lines.
  const known = await store.readState(run).then(numbersOf, () => null);
  const summation = new RunSummation(known ?? noNumbers);
  let added: { from: number; events: MetricEvent[] } = { from: 0, events: [] };
  await attempt(async () => {
    const path = store.metricsPath(run);
    for (const event of known ? await readNewestEvents(path) : await store.readEvents(run, 0)) summation.add(event);
    const writer = new MetricsWriter(path);
    const from = writer.lines;
    const events = [endEvent(run, state, summation.numbers)];
    try {
      writer.append(events);
    } finally {
      await writer.close();
    }
    added = { from, events };
  });
  await attempt(() => store.log(run, inEnglish(reason ?? state)));
  await store.writeState(run, stateFile(state, reason, null, summation.numbers));
  return added;
}
