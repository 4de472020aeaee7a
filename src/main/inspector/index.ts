import { setPriority } from 'node:os';
import type { EvaluationProgress } from '../../shared/contract/evaluation';
import type { InspectorAnswer, InspectorRequest } from '../../shared/contract/processes';
import { inspectorRequestSchema } from '../../shared/contract/processes';
import { messageOf, UserError } from '../../shared/errors';
import { tensorflowInfo } from '../engine';
import { timeStep } from './time-step';
import { openParentPort } from '../transport/parent-port';
import { ClassifierCache } from './classifier';

/** Of processes on POSIX: a run that trains is not slowed down by somebody who looks at it. */
const niceness = 10;
const progressMillis = 200;

const port = openParentPort();
const cache = new ClassifierCache();
let latest: Promise<void> = Promise.resolve();

async function answer(request: InspectorRequest): Promise<InspectorAnswer> {
  const { id } = request;
  try {
    if (request.type === 'information') return { id, ok: true, value: await tensorflowInfo() };
    if (request.type === 'time') return { id, ok: true, value: await timeStep(request.step) };
    if (request.type === 'inspect') {
      const network = await cache.load(request.checkpoint);
      return { id, ok: true, value: await network.inspect(request.layer, request.picture) };
    }
    if (request.type === 'evaluate') {
      const network = await cache.load(request.checkpoint);
      const report = throttled((progress) => port.send({ id, progress } satisfies InspectorAnswer));
      return { id, ok: true, value: await network.evaluate(request, report) };
    }
    const classifier = await cache.load(request.checkpoint, request.given);
    return { id, ok: true, value: await classifier.classify(request.paths, request.top) };
  } catch (error) {
    if (!(error instanceof UserError)) console.error(error);
    return { id, ok: false, message: messageOf(error) };
  }
}

/** At most one in so many milliseconds is passed on. */
function throttled(report: (progress: EvaluationProgress) => void): (progress: EvaluationProgress) => void {
  let last = -Infinity;
  return (progress) => {
    if (performance.now() - last < progressMillis) return;
    last = performance.now();
    report(progress);
  };
}

// The library's threads are started later, and inherit it.
setPriority(niceness);

port.onMessage((message) => {
  const request = inspectorRequestSchema.parse(message);
  // One after the other: they share the network that is kept.
  latest = latest.then(async () => port.send(await answer(request)));
});
port.onClose(() => process.exit(0));
// Ctrl-C reaches every process of a terminal; what is to be done about it the parent decides.
process.on('SIGINT', () => undefined);
