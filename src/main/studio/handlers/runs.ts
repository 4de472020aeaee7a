import type { RunLibrary } from '../../runs/run-library';
import type { ImporterService } from '../importer-service';
import type { RunService } from '../run-service';
import type { ChoosePaths, ChooseTarget } from '../../hosts/electron/dialogs';
import type { Handlers } from '../dispatch';
import type { Publish } from '../../hosts/electron/ipc';
import { MetricsStream } from '../metrics-stream';

interface Services {
  runs: RunService;
  library: RunLibrary;
  importer: ImporterService;
  choosePaths: ChoosePaths;
  chooseTarget: ChooseTarget;
  publish: Publish;
}

type Prefixed<Name> = Name extends `runs.${string}` ? Name : never;
type RunHandlers = Handlers<Prefixed<keyof Handlers>>;

/** Answers requests about runs, and publishes what happens to them. */
export function runHandlers({ runs, library, importer, choosePaths, chooseTarget, publish }: Services): RunHandlers {
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
    'runs.pause': async ({ run }) => void (await runs.pause(run)),
    'runs.continue': async ({ run }) => void (await runs.continue(run)),
    'runs.read': ({ run, from }) => runs.read(run, from),
    'runs.curves': ({ run }) => runs.curves(run),
    'runs.rename': ({ run, name }) => library.rename(run, name),
    'runs.label': ({ run, labels }) => library.label(run, labels),
    'runs.remove': async ({ run }) => {
      await library.remove(run);
      publish('runs.removed', { run });
    },
    'runs.restore': ({ run }) => library.restore(run),
    'runs.discard': async ({ run }) => void (await library.discard(run)),
    'runs.export': async ({ run }) => {
      const path = await chooseTarget('run', `${run}.zip`);
      // The dialog has asked already whether a file that is there is to be replaced.
      if (path !== null) await library.export(run, path, { replace: true });
      return path;
    },
    'runs.choose': () => choosePaths('runs'),
    'runs.import': ({ path }) => library.import(path),
    'runs.areArchives': ({ paths }) => importer.areRunArchives(paths),
  };
}
