import type { Inspector } from '../../shared/contract/inspector';
import type { HandlersOf } from '../../shared/rpc/service';
import type { DecoderPool } from '../datasets/pictures/decoder-pool';
import { tensorflowInfo } from '../engine';
import { classify, classifyShown } from './classify';
import { evaluate } from './evaluate';
import { inspectLayer } from './inspect-layer';
import { expandPicturePaths } from './picture-paths';
import type { NetworkCache } from './loaded-network';
import { timeStep } from './time-step';

/**
 * Who answers each question. Those about weights get the network that has them. Files of pictures are decoded in threads
 * of their own: one that cannot be decoded costs its row, and not the process with the network.
 */
export function answersOf(networks: NetworkCache, decoders: DecoderPool): HandlersOf<Inspector> {
  return {
    information: () => tensorflowInfo(),
    findPictures: async ({ paths }) => (await expandPicturePaths(paths)).map(({ path }) => path),
    timeStep: (step) => timeStep(step),
    evaluate: async ({ weights, ...task }, { progress }) =>
      evaluate(await networks.load(weights), { checkpoint: weights.path, ...task }, progress),
    'classify.pictures': async ({ weights, ...asked }) => classify(await networks.load(weights), asked, decoders),
    'classify.shown': async ({ weights, ...asked }) => classifyShown(await networks.load(weights), asked),
    'layers.inspect': async ({ weights, ...asked }) => inspectLayer(await networks.load(weights), asked, decoders),
  };
}
