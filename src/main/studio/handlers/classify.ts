import type { InspectorService } from '../inspector-service';
import type { RunService } from '../run-service';
import type { ChoosePaths } from '../../hosts/electron/dialogs';
import type { Handlers } from '../dispatch';

interface Services {
  runs: RunService;
  inspector: InspectorService;
  choosePaths: ChoosePaths;
}

type ClassifyHandlers = Handlers<'classify.choose' | 'classify.pictures'>;

export function classifyHandlers({ runs, inspector, choosePaths }: Services): ClassifyHandlers {
  return {
    'classify.choose': () => choosePaths('pictures'),
    'classify.pictures': async ({ run, paths, top }) => inspector.classify(await runs.checkpoint(run), paths, top),
  };
}
