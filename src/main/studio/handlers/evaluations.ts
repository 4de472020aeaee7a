import type { RunEvaluations } from '../run-evaluations';
import type { Handlers, Publish } from '../door';

interface Services {
  evaluations: RunEvaluations;
  publish: Publish;
}

type EvaluationHandlers = Handlers<'evaluations.read' | 'evaluations.compute' | 'evaluations.pictures'>;

export function evaluationHandlers({ evaluations, publish }: Services): EvaluationHandlers {
  return {
    'evaluations.read': (wanted) => evaluations.read(wanted),
    'evaluations.compute': (wanted) =>
      evaluations.evaluate(wanted, (progress) => publish('evaluations.progress', { run: wanted.run, ...progress })),
    'evaluations.pictures': ({ truth, predicted, most, ...wanted }) =>
      evaluations.pictures(wanted, truth, predicted, most),
  };
}
