import { questions, type Questions } from '../../../shared/contract/questions';
import type { Handlers } from '../door';
import type { InspectorService } from '../inspector-service';
import type { RunService } from '../run-service';

interface Services {
  runs: Pick<RunService, 'checkpoint' | 'latestCheckpoint'>;
  inspector: Pick<InspectorService, 'request'>;
}

/** Hands each question on to the inspector, with the weights of the run that it is about. */
export function questionHandlers({ runs, inspector }: Services): Handlers<keyof Questions | 'pictures.find'> {
  const rows = Object.entries(questions).map(([name, { of }]) => {
    const ask = async ({ run, ...asked }: { run: string }): Promise<unknown> => {
      const path = await (of === 'best' ? runs.checkpoint(run) : runs.latestCheckpoint(run));
      return inspector.request(name as keyof Questions, { weights: { path }, ...asked } as never);
    };
    return [name, ask];
  });
  return {
    ...(Object.fromEntries(rows) as Handlers<keyof Questions>),
    'pictures.find': ({ paths }) => inspector.request('findPictures', { paths }),
  };
}
