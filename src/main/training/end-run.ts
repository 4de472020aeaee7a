import type { MetricEvent } from '../../shared/contract/metrics';
import type { RunState } from '../../shared/contract/run';
import { MetricsWriter } from './metrics-file';
import { endEvent, RunSummation } from './run-numbers';
import type { RunStore } from './run-store';
import { stateFile } from './state-file';

/**
 * Ends a run that no process works on, as its trainer would have.
 * @returns what was added to its metrics, and the index of it among their lines.
 */
export async function endRun(
  store: RunStore,
  run: string,
  state: RunState,
  reason: string | null,
): Promise<{ from: number; events: MetricEvent[] }> {
  await store.sweep(run);
  const summation = new RunSummation();
  for (const event of await store.readEvents(run, 0)) summation.add(event);
  const writer = new MetricsWriter(store.metricsPath(run));
  const from = writer.lines;
  const events = [endEvent(run, state, summation.numbers)];
  writer.append(events);
  await writer.close();
  await store.log(run, reason ?? state);
  await store.writeState(run, stateFile(state, reason, null, summation.numbers));
  return { from, events };
}
