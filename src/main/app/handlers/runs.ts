import type { RunService } from '../../training/run-service';
import type { Handlers } from '../dispatch';
import type { Publish } from '../ipc';
import { MetricsStream } from '../metrics-stream';

type RunHandlers = Handlers<
  'runs.list' | 'runs.start' | 'runs.resume' | 'runs.stop' | 'runs.read' | 'runs.rename' | 'runs.remove'
>;

/** Answers requests about runs, and publishes what happens to them. */
export function runHandlers(runs: RunService, publish: Publish): RunHandlers {
  const stream = new MetricsStream((metrics) => publish('runs.metrics', metrics));
  runs.onMetrics((metrics) => stream.push(metrics));
  runs.onChanged((summary) => {
    stream.flush(summary.run);
    publish('runs.changed', summary);
  });
  return {
    'runs.list': () => runs.list(),
    'runs.start': (request) => runs.start(request),
    'runs.resume': ({ run, epochs }) => runs.resume(run, epochs),
    'runs.stop': async ({ run }) => void (await runs.stop(run)),
    'runs.read': ({ run, from }) => runs.read(run, from),
    'runs.rename': ({ run, name }) => runs.rename(run, name),
    'runs.remove': async ({ run }) => {
      await runs.remove(run);
      publish('runs.removed', { run });
    },
  };
}
