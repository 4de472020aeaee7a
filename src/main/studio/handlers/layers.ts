import type { InspectorService } from '../inspector-service';
import type { RunService } from '../run-service';
import type { Handlers } from '../dispatch';

interface Services {
  runs: Pick<RunService, 'latestCheckpoint'>;
  inspector: Pick<InspectorService, 'inspect'>;
}

export function layerHandlers({ runs, inspector }: Services): Handlers<'layers.inspect'> {
  return {
    'layers.inspect': async ({ run, layer, picture }) =>
      inspector.inspect(await runs.latestCheckpoint(run), layer, picture),
  };
}
