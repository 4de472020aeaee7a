import type { RunLibrary } from '../../runs/run-library';
import type { ImporterService } from '../importer-service';
import type { RunService } from '../run-service';
import type { Handlers, Publish } from '../door';

interface Services {
  runs: RunService;
  library: RunLibrary;
  importer: ImporterService;
  publish: Publish;
}

type Prefixed<Name> = Name extends `runs.${string}` ? Name : never;
type RunHandlers = Handlers<Prefixed<keyof Handlers>>;

/** Answers requests about runs, and publishes what happens to them. */
export function runHandlers({ runs, library, importer, publish }: Services): RunHandlers {
  // Trainers hold back what comes too fast.
  runs.onMetrics((metrics) => publish('runs.metrics', metrics));
  runs.onChanged((summary) => publish('runs.changed', summary));
  return {
    'runs.list': () => runs.list(),
    'runs.start': (request) => runs.start(request),
    'runs.check': (request) => runs.check(request),
    'runs.checkpoints': ({ run }) => runs.checkpoints(run),
    'runs.resume': ({ run, epochs, takeOver = false }) => runs.resume(run, epochs, { takeOver }),
    'runs.stop': async ({ run }) => void (await runs.stop(run)),
    'runs.pause': async ({ run }) => void (await runs.pause(run)),
    'runs.continue': async ({ run }) => void (await runs.continue(run)),
    'runs.read': ({ run, from }) => runs.read(run, from),
    'runs.config': ({ run }) => runs.config(run),
    'runs.curves': ({ run }) => runs.curves(run),
    'runs.rename': ({ run, name }) => library.rename(run, name),
    'runs.label': ({ run, labels }) => library.label(run, labels),
    'runs.remove': async ({ run }) => {
      await library.remove(run);
      publish('runs.removed', { run });
    },
    'runs.restore': ({ run }) => library.restore(run),
    'runs.discard': async ({ run }) => void (await library.discard(run)),
    'runs.import': ({ path }) => library.import(path),
    'runs.areArchives': ({ paths }) => importer.areRunArchives(paths),
  };
}
