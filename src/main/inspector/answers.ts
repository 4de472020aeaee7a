import type { Inspector } from '../../shared/contract/inspector';
import type { HandlersOf } from '../../shared/rpc/service';
import { tensorflowInfo } from '../engine';
import { classify } from './classify';
import { evaluate } from './evaluate';
import { inspectLayer } from './inspect-layer';
import type { NetworkCache } from './loaded-network';
import { timeStep } from './time-step';

/** Who answers each question. Those about weights get the network that has them. */
export function answersOf(networks: NetworkCache): HandlersOf<Inspector> {
  return {
    information: () => tensorflowInfo(),
    timeStep: (step) => timeStep(step),
    evaluate: async ({ weights, ...task }, { progress }) =>
      evaluate(await networks.load(weights), { checkpoint: weights.path, ...task }, progress),
    'classify.pictures': async ({ weights, ...asked }) => classify(await networks.load(weights), asked),
    'layers.inspect': async ({ weights, ...asked }) => inspectLayer(await networks.load(weights), asked),
  };
}
