import type { Classification, Prediction } from '../../shared/contract/classification';
import type { Picture } from '../../shared/contract/dataset';
import type { Shape } from '../../shared/network/layer';
import { decodeFiles, type DecodedFile } from '../datasets/pictures/decode-files';
import type { DecoderPool } from '../datasets/pictures/decoder-pool';
import { networkPixels } from './layer-pictures';
import type { LoadedNetwork } from './loaded-network';
import { expandPicturePaths, unreadable, type PicturePath, type UnreadablePicture } from './picture-paths';
import { topPredictions } from './softmax';

/** Pictures that are computed together. */
const batchSize = 32;

type Decoded = ({ path: string } & DecodedFile) | UnreadablePicture;

/**
 * Classifies pictures, and those in folders. One that cannot be read is told as such and does not stop the rest.
 * @param top How many of the most probable classes are told.
 */
export async function classify(
  network: LoadedNetwork,
  { paths, top }: { readonly paths: readonly string[]; readonly top: number },
  decoders: DecoderPool,
): Promise<Classification[]> {
  const pictures = await expandPicturePaths(paths);
  const { inputShape } = network.checkpoint.network;
  const classifications: Classification[] = [];
  for (let from = 0; from < pictures.length; from += batchSize) {
    const some = pictures.slice(from, from + batchSize);
    const decoded = await decodeSome(some, inputShape, decoders);
    classifications.push(...classifyBatch(network, decoded, top));
  }
  return classifications;
}

/** @throws UserError where the picture does not fit the network. */
export function classifyShown(
  { checkpoint, engine }: LoadedNetwork,
  { picture, top }: { readonly picture: Picture; readonly top: number },
): Prediction[] {
  const logits = engine.predict(networkPixels(picture, checkpoint.network.inputShape));
  return topPredictions([...logits], checkpoint.classes, top);
}

async function decodeSome(found: readonly PicturePath[], shape: Shape, decoders: DecoderPool): Promise<Decoded[]> {
  const files = found.flatMap((picture) => ('error' in picture ? [] : [picture]));
  const decoded = await decodeFiles(files, shape, decoders);
  let next = 0;
  return found.map((picture) => {
    if ('error' in picture) return picture;
    const result = decoded[next++] as (typeof decoded)[number];
    return 'refused' in result ? unreadable(picture.path, result.refused) : { path: picture.path, ...result };
  });
}

function classifyBatch(
  { checkpoint, engine }: LoadedNetwork,
  decoded: readonly Decoded[],
  top: number,
): Classification[] {
  const { classes } = checkpoint;
  const readable = decoded.flatMap((picture) => ('error' in picture ? [] : [picture.pixels]));
  const logits = readable.length > 0 ? engine.predict(Buffer.concat(readable)) : new Float32Array();
  let row = 0;
  return decoded.map((picture) => {
    if ('error' in picture) return picture;
    const own = [...logits.subarray(row * classes.length, (row + 1) * classes.length)];
    row += 1;
    const { path, picture: shown } = picture;
    return { path, predictions: topPredictions(own, classes, top), logits: own, picture: shown };
  });
}
