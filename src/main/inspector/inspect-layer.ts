import type { InspectedPicture, LayerInspection } from '../../shared/contract/inspection';
import { UserError } from '../../shared/errors';
import { message } from '../../shared/words/message';
import { decodeFile } from '../datasets/pictures/decode-files';
import type { DecoderPool } from '../datasets/pictures/decoder-pool';
import { activationMaps, filterPictures, keptKernel, networkPixels } from './layer-pictures';
import type { LoadedNetwork } from './loaded-network';

/**
 * What a layer makes of a picture.
 * @throws UserError where the network has no such layer, or the picture cannot be read or does not fit.
 */
export async function inspectLayer(
  { checkpoint, engine }: LoadedNetwork,
  { layer, picture: inspected }: { readonly layer: string; readonly picture: InspectedPicture },
  decoders: DecoderPool,
): Promise<LayerInspection> {
  const { network, step } = checkpoint;
  const found = network.layers.find(({ name }) => name === layer);
  if (!found) throw new UserError(message('inspection.unknownLayer', { network: network.variant.title, layer }));
  const { pixels, picture } =
    'path' in inspected
      ? await decodeFile(inspected.path, network.inputShape, decoders)
      : { pixels: networkPixels(inspected, network.inputShape), picture: inspected };
  const values = engine.activations(pixels, layer);
  const first = network.layers.find(({ kind }) => kind === 'convolution');
  const kernel = first === found && engine.readWeights().find(({ name }) => name === `${layer}.weight`);
  return {
    step,
    picture,
    channels: found.outputShape[2],
    ...activationMaps(values, found.outputShape),
    filters: kernel ? filterPictures(kernel) : null,
    kernel: kernel ? keptKernel(kernel) : null,
  };
}
